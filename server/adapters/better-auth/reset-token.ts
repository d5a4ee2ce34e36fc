import type pg from 'pg';
import type { Ids } from '../../ports/ids.ts';

const validFor = '1 hour';

/**
 * A token that sets a new password once, as the accounts library makes them for its mails; null where there is no such
 * account. Earlier tokens of the account stop working.
 */
export async function makeResetToken(pool: pg.Pool, ids: Ids, email: string): Promise<string | null> {
  const token = ids.secret();
  const values = [email.trim().toLowerCase(), ids.next('ver'), `reset-password:${token}`];
  const { rowCount } = await pool.query(replaceToken, values);
  return rowCount === 1 ? token : null;
}

const replaceToken = `
  WITH account AS (SELECT "id" FROM auth_user WHERE "email" = $1),
  withdrawn AS (
    DELETE FROM auth_verification USING account
    WHERE "value" = account."id" AND "identifier" LIKE 'reset-password:%'
  )
  INSERT INTO auth_verification ("id", "identifier", "value", "expiresAt")
  SELECT $2, $3, "id", now() + interval '${validFor}' FROM account`;
