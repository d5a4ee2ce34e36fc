import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AuthSettings } from '../../server/adapters/better-auth/auth-options.ts';
import { betterAuthAccounts } from '../../server/adapters/better-auth/better-auth-accounts.ts';
import type { ResetAsked } from '../../server/adapters/better-auth/mailed-reset.ts';
import { pinoLog } from '../../server/adapters/pino/logger.ts';
import { randomIds } from '../../server/adapters/random-ids/random-ids.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';

const ada = { name: 'Ada', email: 'Ada@Example.com', password: 'correct horse' };
let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool(database.poolConfig);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(async () => {
  await pool.query('TRUNCATE auth_user, auth_verification CASCADE');
});

function accountsWith(settings: Partial<AuthSettings> = {}) {
  const log = pinoLog({ level: 'silent' });
  const publicUrl = 'http://127.0.0.1:3000';
  const usual = { pool, log, ids: randomIds(), secret: 's'.repeat(32), publicUrl, hasRateLimits: false };
  return betterAuthAccounts({ ...usual, ...settings });
}

/** The library's routes behind a real server, as from the given client address. */
async function withServer<Result>(
  { nodeHandler }: ReturnType<typeof accountsWith>,
  use: (
    post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>,
    url: string,
  ) => Promise<Result>,
  clientAddress: () => string = () => '198.51.100.7',
): Promise<Result> {
  const server = createServer((request, response) => void nodeHandler(request, response, clientAddress()));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/auth`;
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1:3000', ...headers },
      body: JSON.stringify(body),
    });
  try {
    return await use(post, url);
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

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
    const { rows } = await pool.query('SELECT password FROM auth_account');
    expect(rows).toEqual([{ password: expect.stringMatching(/^\$argon2id\$/) }]);
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
    expect((await pool.query('SELECT FROM auth_user')).rowCount).toBe(0);
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
    const { rows } = await pool.query('SELECT "expiresAt" FROM auth_verification');
    expect(Math.abs(Date.parse(asked[0]?.expiresAt ?? '') - rows[0].expiresAt.getTime())).toBeLessThan(60_000);
  });

  test('works no more when its time is over', async () => {
    const { auth, asked } = accountsWithMail();
    await auth.accounts.create(ada);
    await withServer(auth, async (post) => {
      await post('/request-password-reset', ask);
      await expect.poll(() => asked).toHaveLength(1);
      await pool.query(`UPDATE auth_verification SET "expiresAt" = now() - interval '1 second'`);
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
    await expect.poll(async () => (await pool.query('SELECT FROM auth_verification')).rowCount).toBe(5);
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
