import type pg from 'pg';
import * as z from 'zod';
import { AppError } from '../../errors.ts';
import type { Accounts } from '../../ports/accounts.ts';
import type { Ids } from '../../ports/ids.ts';
import { hashPassword } from './password-hash.ts';

/** Accounts in the library's tables, written as its password sign-in expects them; one statement each, so that no half of one is ever left. */
export function storedAccounts(pool: pg.Pool, ids: Ids): Accounts {
  return {
    async create({ name, email, password }) {
      requireUsable(email);
      const userId = ids.next('usr');
      const values = [userId, name, email.toLowerCase(), ids.next('acc'), await hashPassword(password)];
      const { rowCount } = await pool.query(createAccount, values);
      return rowCount === 1 ? { ok: true, userId } : { ok: false, reason: 'email_taken' };
    },
    async setPassword(userId, password) {
      const { rowCount } = await pool.query(replacePassword, [userId, await hashPassword(password)]);
      if (rowCount !== 1) throw new Error(`There is no account ${userId} with a password.`);
    },
    async findByEmail(email) {
      const { rows } = await pool.query<{ id: string; name: string }>(findAccount, [email.toLowerCase()]);
      return rows[0] ? { userId: rows[0].id, name: rows[0].name } : null;
    },
    async findById(userId) {
      const { rows } = await pool.query<{ name: string; email: string }>(accountOf, [userId]);
      return rows[0] ?? null;
    },
  };
}

const createAccount = `
  WITH new_user AS (
    INSERT INTO auth_user ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
    VALUES ($1, $2, $3, false, now(), now())
    ON CONFLICT ("email") DO NOTHING
    RETURNING "id"
  )
  INSERT INTO auth_account ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
  SELECT $4, "id", 'credential', "id", $5, now(), now() FROM new_user`;

/** A new password ends every session that the old one opened. */
const replacePassword = `
  WITH signed_out AS (DELETE FROM auth_session WHERE "userId" = $1)
  UPDATE auth_account SET "password" = $2, "updatedAt" = now()
  WHERE "userId" = $1 AND "accountId" = $1 AND "providerId" = 'credential'`;

const findAccount = 'SELECT "id", "name" FROM auth_user WHERE "email" = $1';

const accountOf = 'SELECT "name", "email" FROM auth_user WHERE "id" = $1';

/** The library refuses other addresses at sign-in, when it is too late to mend them. */
function requireUsable(email: string): void {
  if (z.email().safeParse(email).success) return;
  throw new AppError(
    'invalid_request',
    'This email address cannot be used to sign in; use one such as ada@example.com.',
  );
}
