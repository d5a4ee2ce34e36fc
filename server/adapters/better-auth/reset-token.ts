import type pg from 'pg';
import type { Ids } from '../../ports/ids.ts';

/** How long a link that resets a password works. */
export const resetValidMs = 60 * 60 * 1000;
/** How many links of one account may be open, so that nobody's mailbox is flooded. */
const openLimit = 5;

/**
 * A token that sets a new password once, as the accounts library makes them for its mails; null where there is no such
 * account. Earlier tokens of the account stop working.
 */
export async function makeResetToken(pool: pg.Pool, ids: Ids, email: string): Promise<string | null> {
  const token = ids.secret();
  const values = [email.trim().toLowerCase(), ids.next('ver'), `reset-password:${token}`, resetValidMs];
  const { rowCount } = await pool.query(replaceToken, values);
  return rowCount === 1 ? token : null;
}

/** Ends every link of the account: the one that was used ended by itself, others may lie in a mailbox. */
export async function withdrawResetTokens(pool: pg.Pool, userId: string): Promise<void> {
  await pool.query(`DELETE FROM auth_verification WHERE ${ofAccount}`, [userId]);
}

/** Whether a token that was just made may be mailed; beyond the limit of its account it is withdrawn. */
export async function keepResetToken(pool: pg.Pool, userId: string, token: string): Promise<boolean> {
  const { rowCount } = await pool.query(withdrawExcess, [userId, `reset-password:${token}`]);
  return rowCount === 0;
}

const ofAccount = `"value" = $1 AND "identifier" LIKE 'reset-password:%'`;

const replaceToken = `
  WITH account AS (SELECT "id" FROM auth_user WHERE "email" = $1),
  withdrawn AS (
    DELETE FROM auth_verification USING account
    WHERE "value" = account."id" AND "identifier" LIKE 'reset-password:%'
  )
  INSERT INTO auth_verification ("id", "identifier", "value", "expiresAt")
  SELECT $2, $3, "id", now() + $4 * interval '1 millisecond' FROM account`;

const withdrawExcess = `
  DELETE FROM auth_verification
  WHERE "identifier" = $2
    AND (SELECT count(*) FROM auth_verification WHERE ${ofAccount} AND "expiresAt" > now()) > ${openLimit}`;
