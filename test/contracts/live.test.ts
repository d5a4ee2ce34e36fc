import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PostgresLive, postgresLive } from '../../server/adapters/postgres/live.ts';
import type { LiveNotice } from '../../server/ports/live.ts';
import { describeLive } from '../../server/ports/testing/live-contract.ts';
import { memoryLive, memoryLiveHub } from '../../server/ports/testing/memory-live.ts';
import { memoryLog } from '../../server/ports/testing/memory-log.ts';
import { createTestDatabase, databaseServers, type TestDatabase } from '../harness/database.ts';

interface Node {
  readonly live: PostgresLive;
  close(): Promise<void>;
}

async function openNode({ poolConfig }: TestDatabase, nodeId: string): Promise<Node> {
  const pool = new pg.Pool(poolConfig);
  pool.on('error', () => undefined);
  const live = postgresLive({
    nodeId,
    pool,
    connection: { ...poolConfig, application_name: nodeId },
    log: memoryLog(),
  });
  await live.start();
  return { live, close: () => live.stop().then(() => pool.end()) };
}

describeLive('memory', async () => {
  const hub = memoryLiveHub();
  return { here: memoryLive(hub), there: memoryLive(hub), close: async () => undefined };
});

for (const server of databaseServers) {
  describeLive(`PostgreSQL (${server})`, async () => {
    const database = await createTestDatabase(server);
    const [here, there] = [await openNode(database, 'nod_here'), await openNode(database, 'nod_there')];
    const close = async () => {
      await Promise.all([here.close(), there.close()]);
      await database.drop();
    };
    return { here: here.live, there: there.live, close };
  });
}

describe('news over PostgreSQL, when connections break', () => {
  let database: TestDatabase;
  let administrator: pg.Client;
  let here: Node;
  let there: Node;

  beforeAll(async () => {
    database = await createTestDatabase();
    administrator = new pg.Client(database.poolConfig);
    await administrator.connect();
    here = await openNode(database, 'nod_here');
    there = await openNode(database, 'nod_there');
  });
  afterAll(async () => {
    await Promise.all([here.close(), there.close(), administrator.end()]);
    await database.drop();
  });

  test('every subscriber is told to look once the listening works again, and hears what follows', async () => {
    const heard: LiveNotice[] = [];
    there.live.subscribe('ses_a', (notice) => heard.push(notice));
    await administrator.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'nod_there'`,
    );
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual([{ sessionId: 'ses_a' }]);
    here.live.publish({ sessionId: 'ses_a', lastSeq: 2 });
    await expect.poll(() => heard).toEqual([{ sessionId: 'ses_a' }, { sessionId: 'ses_a', lastSeq: 2 }]);
  });

  test('a notice that could not be sent is sent later', async () => {
    const heard: LiveNotice[] = [];
    there.live.subscribe('ses_b', (notice) => heard.push(notice));
    const log = memoryLog();
    const pool = new pg.Pool(database.poolConfig);
    const live = postgresLive({ nodeId: 'nod_c', pool, connection: database.poolConfig, log });
    const outside = new pg.Client({ ...database.poolConfig, database: 'postgres' });
    await outside.connect();
    await outside.query(`ALTER DATABASE ${database.poolConfig.database} ALLOW_CONNECTIONS false`);
    live.publish({ sessionId: 'ses_b', lastSeq: 7 });
    await expect.poll(() => log.lines.map(({ level }) => level)).toContain('warn');
    await outside.query(`ALTER DATABASE ${database.poolConfig.database} ALLOW_CONNECTIONS true`);
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual([{ sessionId: 'ses_b', lastSeq: 7 }]);
    await Promise.all([live.stop(), outside.end()]);
    await pool.end();
  });

  test('a node that cannot listen does not start', async () => {
    const pool = new pg.Pool(database.poolConfig);
    const connection = { ...database.poolConfig, database: 'no_such_database' };
    const live = postgresLive({ nodeId: 'nod_c', pool, connection, log: memoryLog() });
    await expect(live.start()).rejects.toThrow('no_such_database');
    await live.stop();
    await pool.end();
  });
});
