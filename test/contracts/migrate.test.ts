import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '../../server/adapters/postgres/migrate.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';

const emptyDatabase = 'migrate_test';
const stranger = 'migrate_test_stranger';

let database: TestDatabase;
let administrator: pg.Pool;

beforeEach(async () => {
  database = await createTestDatabase('embedded');
  administrator = new pg.Pool(database.poolConfig);
  administrator.on('error', () => undefined);
  await administrator.query(`DROP DATABASE IF EXISTS ${emptyDatabase} WITH (FORCE)`);
  await administrator.query(`DROP ROLE IF EXISTS ${stranger}`);
  await administrator.query(`CREATE DATABASE ${emptyDatabase}`);
});
afterEach(async () => {
  await administrator.query(`DROP DATABASE ${emptyDatabase} WITH (FORCE)`);
  await administrator.query(`DROP ROLE IF EXISTS ${stranger}`);
  await administrator.end();
  await database.drop();
});

async function withPool(config: pg.PoolConfig, work: (pool: pg.Pool) => Promise<void>): Promise<void> {
  const pool = new pg.Pool({ ...database.poolConfig, database: emptyDatabase, ...config });
  pool.on('error', () => undefined);
  await work(pool).finally(() => pool.end());
}

test('several migrate an empty database at once, and again later', async () => {
  await withPool({}, async (pool) => {
    await Promise.all([migrate(pool), migrate(pool), migrate(pool)]);
    const { rowCount } = await pool.query('SELECT FROM kysely_migration');
    expect(rowCount).toBeGreaterThan(0);
    await migrate(pool);
    expect((await pool.query('SELECT FROM kysely_migration')).rowCount).toBe(rowCount);
  });
});

test('a database whose migrations were others is left as it is, with a word about what to do', async () => {
  await withPool({}, async (pool) => {
    await migrate(pool);
    await pool.query("UPDATE schema_digest SET digest = 'another' WHERE name = '0003-flows'");
    await expect(migrate(pool)).rejects.toThrow('whose migration 0003-flows is not the one of this version');
    await pool.query('DROP TABLE schema_digest');
    await expect(migrate(pool)).rejects.toThrow('set up by another version of Parley');
  });
});

test('a database that is ahead of this version is left as it is', async () => {
  await withPool({}, async (pool) => {
    await migrate(pool);
    await pool.query("INSERT INTO kysely_migration (name, timestamp) VALUES ('9999-later', 'now')");
    await expect(migrate(pool)).rejects.toThrow('whose migration 9999-later is not the one of this version');
  });
});

test('a database user who may not take the application’s role is told what to run', async () => {
  await administrator.query(`CREATE ROLE ${stranger} LOGIN`);
  await withPool({ user: stranger }, async (pool) => {
    await expect(migrate(pool)).rejects.toThrow(`GRANT parley_app TO ${stranger};`);
  });
});
