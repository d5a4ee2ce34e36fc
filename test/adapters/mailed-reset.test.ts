import { describe, expect, test } from 'vitest';
import type { ResetAsked } from '../../server/adapters/better-auth/mailed-reset.ts';
import { ada, testAccounts, withServer } from '../harness/accounts.ts';

const { accountsWith, rows } = testAccounts();

describe('a link that is mailed', () => {
  function accountsWithMail() {
    const asked: ResetAsked[] = [];
    const auth = accountsWith({ onResetAsked: async (reset) => void asked.push(reset) });
    return { auth, asked };
  }
  const ask = { email: ada.email };

  test('resets the password once, and ends the links beside it', async () => {
    const { auth, asked } = accountsWithMail();
    await auth.accounts.create(ada);
    await withServer(auth, async (post) => {
      for (const _ of [1, 2]) expect((await post('/request-password-reset', ask)).status).toBe(200);
      await expect.poll(() => asked).toHaveLength(2);
      const [older, newer] = asked.map(({ token }) => token);
      const reset = async (token: string | undefined, newPassword: string) =>
        (await post('/reset-password', { token, newPassword })).status;
      expect(await reset(newer, 'short')).toBe(400);
      expect(await reset(newer, 'another password')).toBe(200);
      expect(await reset(newer, 'a third password')).toBe(400);
      expect(await reset(older, 'a third password')).toBe(400);
    });
    expect(await auth.signIn(ada.email, 'another password')).not.toBeNull();
  });

  test('names the account and when it ends, an hour on', async () => {
    const { auth, asked } = accountsWithMail();
    const created = await auth.accounts.create(ada);
    const userId = created.ok && created.userId;
    expect(await auth.accounts.findById(String(userId))).toEqual({ name: 'Ada', email: 'ada@example.com' });
    await withServer(auth, (post) => post('/request-password-reset', ask));
    await expect.poll(() => asked).toMatchObject([{ userId }]);
    const [stored] = await rows('SELECT "expiresAt" FROM auth_verification');
    expect(Math.abs(Date.parse(asked[0]?.expiresAt ?? '') - stored.expiresAt.getTime())).toBeLessThan(60_000);
  });

  test('works no more when its time is over', async () => {
    const { auth, asked } = accountsWithMail();
    await auth.accounts.create(ada);
    await withServer(auth, async (post) => {
      await post('/request-password-reset', ask);
      await expect.poll(() => asked).toHaveLength(1);
      await rows(`UPDATE auth_verification SET "expiresAt" = now() - interval '1 second'`);
      const body = { token: asked[0]?.token, newPassword: 'another password' };
      expect((await post('/reset-password', body)).status).toBe(400);
    });
  });

  test('is asked for with the same answer whether the account exists or not', async () => {
    const { auth, asked } = accountsWithMail();
    await auth.accounts.create(ada);
    await withServer(auth, async (post) => {
      const known = await post('/request-password-reset', ask);
      const unknown = await post('/request-password-reset', { email: 'bob@example.com' });
      expect([known.status, await known.json()]).toEqual([unknown.status, await unknown.json()]);
    });
    await expect.poll(() => asked).toHaveLength(1);
  });

  test('is not made without end: five of an account are open at most', async () => {
    const { auth, asked } = accountsWithMail();
    await auth.accounts.create(ada);
    await withServer(auth, async (post) => {
      for (let n = 0; n < 8; n += 1) expect((await post('/request-password-reset', ask)).status).toBe(200);
    });
    await expect.poll(() => rows('SELECT FROM auth_verification')).toHaveLength(5);
    expect(asked).toHaveLength(5);
  });

  test('is asked for by one client five times a minute', async () => {
    const auth = accountsWith({ hasRateLimits: true, onResetAsked: async () => {} });
    await withServer(auth, async (post) => {
      const statuses: number[] = [];
      for (let n = 0; n < 6; n += 1) statuses.push((await post('/request-password-reset', ask)).status);
      expect(statuses).toEqual([...Array(5).fill(200), 429]);
    });
  });

  test('never leads to another site', async () => {
    const { auth } = accountsWithMail();
    await withServer(auth, async (post) => {
      const body = { ...ask, redirectTo: 'https://evil.example' };
      expect((await post('/request-password-reset', body)).status).toBe(403);
    });
  });
});
