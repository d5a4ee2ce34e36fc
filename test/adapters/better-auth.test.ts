import type { IncomingHttpHeaders } from 'node:http';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { pinoLog } from '../../server/adapters/pino/logger.ts';
import { ada, testAccounts, withServer } from '../harness/accounts.ts';

const { accountsWith, rows } = testAccounts();

const cookieOf = (setCookies: readonly string[]) => setCookies.map((cookie) => cookie.split(';')[0]).join('; ');
const withCookies = (setCookies: readonly string[]): IncomingHttpHeaders => ({ cookie: cookieOf(setCookies) });
const signInBody = { email: 'ada@example.com', password: ada.password };

describe('accounts', () => {
  test('an account is found by its email, however it is written', async () => {
    const { accounts } = accountsWith();
    const created = await accounts.create(ada);
    expect(created).toEqual({ ok: true, userId: expect.stringMatching(/^usr_[0-9a-f]{32}$/) });
    expect(await accounts.findByEmail('ADA@example.COM')).toEqual({
      userId: created.ok && created.userId,
      name: 'Ada',
    });
    expect(await accounts.findByEmail('bob@example.com')).toBeNull();
  });

  test('an email belongs to one account, also when two are made at once', async () => {
    const { accounts } = accountsWith();
    const made = await Promise.all([accounts.create(ada), accounts.create({ ...ada, email: 'ada@example.com' })]);
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    expect(made.filter(({ ok }) => !ok)).toEqual([{ ok: false, reason: 'email_taken' }]);
  });

  test('an address that could not sign in is refused', async () => {
    await expect(accountsWith().accounts.create({ ...ada, email: 'ada@x.y' })).rejects.toMatchObject({
      code: 'invalid_request',
    });
  });

  test('passwords are stored as Argon2id', async () => {
    await accountsWith().accounts.create(ada);
    expect(await rows('SELECT password FROM auth_account')).toEqual([
      { password: expect.stringMatching(/^\$argon2id\$/) },
    ]);
  });

  test('a new password replaces the old one and ends open sessions', async () => {
    const auth = accountsWith();
    const created = await auth.accounts.create(ada);
    const cookies = (await auth.signIn(ada.email, ada.password)) ?? [];
    if (created.ok) await auth.accounts.setPassword(created.userId, 'another password');
    expect(await auth.sessionOf(withCookies(cookies))).toBeNull();
    expect(await auth.signIn(ada.email, ada.password)).toBeNull();
    expect(await auth.signIn(ada.email, 'another password')).not.toBeNull();
  });

  test('a password for nobody is a failure', async () => {
    await expect(accountsWith().accounts.setPassword('usr_none', 'long enough')).rejects.toThrow('usr_none');
  });
});

describe('signing in', () => {
  test('the cookie says who is signed in, and only a true one does', async () => {
    const auth = accountsWith();
    const created = await auth.accounts.create(ada);
    const cookies = (await auth.signIn(ada.email, ada.password)) ?? [];
    const signedIn = { userId: created.ok && created.userId, name: 'Ada', email: 'ada@example.com' };
    expect(await auth.sessionOf(withCookies(cookies))).toEqual(signedIn);
    expect(await auth.sessionOf({ cookie: cookieOf(cookies).replace(/=.../, '=xyz') })).toBeNull();
    expect(await accountsWith({ secret: 'o'.repeat(32) }).sessionOf(withCookies(cookies))).toBeNull();
    expect(await auth.sessionOf({})).toBeNull();
  });

  test.each([
    ['http://127.0.0.1:3000', false],
    ['https://parley.example.com', true],
  ])('at %s the cookie is kept from scripts and other sites, secure: %s', async (publicUrl, isSecure) => {
    const auth = accountsWith({ publicUrl });
    await auth.accounts.create(ada);
    const [cookie] = (await auth.signIn(ada.email, ada.password)) ?? [];
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(/; *Secure/i.test(cookie ?? '')).toBe(isSecure);
  });

  test('a wrong password and an unknown email are the same to the caller', async () => {
    const auth = accountsWith();
    await auth.accounts.create(ada);
    expect(await auth.signIn(ada.email, 'wrong password')).toBeNull();
    expect(await auth.signIn('bob@example.com', ada.password)).toBeNull();
    expect(await auth.signIn('no address', ada.password)).toBeNull();
  });

  test('over HTTP one signs in, is known, and signs out', async () => {
    const auth = accountsWith();
    await auth.accounts.create(ada);
    await withServer(auth, async (post, url) => {
      const signedIn = await post('/sign-in/email', signInBody);
      const cookie = cookieOf(signedIn.headers.getSetCookie());
      expect(signedIn.status).toBe(200);
      expect(await (await fetch(`${url}/get-session`, { headers: { cookie } })).json()).toMatchObject({
        user: { email: 'ada@example.com' },
      });
      expect((await post('/sign-out', {}, { cookie })).status).toBe(200);
      expect(await auth.sessionOf({ cookie })).toBeNull();
    });
  });
});

describe('what is closed', () => {
  test('nobody signs up', async () => {
    await withServer(accountsWith(), async (post) => {
      expect((await post('/sign-up/email', { ...ada, email: 'eve@example.com' })).status).toBe(404);
    });
    expect(await rows('SELECT FROM auth_user')).toEqual([]);
  });

  test('another site cannot act with the cookie', async () => {
    const auth = accountsWith();
    await auth.accounts.create(ada);
    const cookie = cookieOf((await auth.signIn(ada.email, ada.password)) ?? []);
    await withServer(auth, async (post) => {
      expect((await post('/sign-out', {}, { cookie, origin: 'https://evil.example' })).status).toBe(403);
    });
    expect(await auth.sessionOf({ cookie })).not.toBeNull();
  });

  test('on loopback its other names are the same site', async () => {
    const auth = accountsWith();
    await auth.accounts.create(ada);
    const cookie = cookieOf((await auth.signIn(ada.email, ada.password)) ?? []);
    await withServer(auth, async (post) => {
      expect((await post('/sign-out', {}, { cookie, origin: 'http://localhost:3000' })).status).toBe(200);
    });
  });

  test('guessing is slowed per client, and a header does not make another client of it', async () => {
    const auth = accountsWith({ hasRateLimits: true });
    await auth.accounts.create(ada);
    let client = '198.51.100.8';
    const guess = (post: Parameters<Parameters<typeof withServer>[1]>[0], n: number) =>
      post(
        '/sign-in/email',
        { ...signInBody, password: 'wrong password' },
        {
          'x-forwarded-for': `203.0.113.${n}`,
          'x-parley-client-address': `203.0.113.${n}`,
        },
      );
    await withServer(
      auth,
      async (post) => {
        const statuses: number[] = [];
        for (let n = 0; n < 12; n += 1) statuses.push((await guess(post, n)).status);
        expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
        client = '198.51.100.9';
        expect((await guess(post, 1)).status).toBe(401);
      },
      () => client,
    );
  });

  test('nobody resets a password where no mail can be sent', async () => {
    await withServer(accountsWith(), async (post) => {
      expect((await post('/request-password-reset', { email: ada.email })).status).toBe(400);
    });
  });
});

test('a failure of the database is logged without what was typed in, and answered', async () => {
  const lines: string[] = [];
  const log = pinoLog({ level: 'warn', destination: { write: (line) => lines.push(line) } });
  const broken = new pg.Pool({ host: '127.0.0.1', port: 1 });
  const auth = accountsWith({ pool: broken, log });
  await expect(auth.signIn(ada.email, ada.password)).rejects.toThrow();
  lines.length = 0;
  await withServer(auth, async (post) => {
    expect((await post('/sign-in/email', signInBody)).status).toBe(503);
  });
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ message: 'the accounts library failed' }]);
  expect(lines.join()).not.toContain('ada@');
});
