import { createServer } from 'node:http';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { AuthSettings } from '../../server/adapters/better-auth/auth-options.ts';
import { betterAuthAccounts } from '../../server/adapters/better-auth/better-auth-accounts.ts';
import { pinoLog } from '../../server/adapters/pino/logger.ts';
import { randomIds } from '../../server/adapters/random-ids/random-ids.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { listen } from './listen.ts';

export const ada = { name: 'Ada', email: 'Ada@Example.com', password: 'correct horse' };

/** The accounts library for the tests of a file, on a database of their own that is without accounts before each. */
export function testAccounts() {
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
  return {
    rows: async (sql: string) => (await pool.query(sql)).rows,
    accountsWith: (settings: Partial<AuthSettings> = {}) => {
      const log = pinoLog({ level: 'silent' });
      const publicUrl = 'http://127.0.0.1:3000';
      const usual = { pool, log, ids: randomIds(), secret: 's'.repeat(32), publicUrl, hasRateLimits: false };
      return betterAuthAccounts({ ...usual, ...settings });
    },
  };
}

/** The library's routes behind a real server, as from the given client address. */
export async function withServer<Result>(
  { nodeHandler }: ReturnType<typeof betterAuthAccounts>,
  use: (
    post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>,
    url: string,
  ) => Promise<Result>,
  clientAddress: () => string = () => '198.51.100.7',
): Promise<Result> {
  const server = createServer((request, response) => void nodeHandler(request, response, clientAddress()));
  const url = `http://127.0.0.1:${await listen(server)}/api/auth`;
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
