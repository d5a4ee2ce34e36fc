import pg from 'pg';
import { postgresStore } from '../../server/adapters/postgres/store.ts';
import type { StoreUnderTest } from '../../server/ports/testing/store/store-under-test.ts';
import { describeStore } from '../../server/ports/testing/store-contract.ts';
import { createTestDatabase, databaseServers, type ServerName } from '../harness/database.ts';

for (const server of databaseServers) describeStore(`the ${server} PostgreSQL`, () => openStore(server));

async function openStore(server: ServerName): Promise<StoreUnderTest> {
  const database = await createTestDatabase(server);
  const owner = new pg.Pool(database.poolConfig);
  owner.on('error', () => undefined);
  const store = postgresStore({ connection: database.poolConfig });
  return {
    store,
    addAccount: async ({ userId, name, email }) => {
      const account = 'INSERT INTO auth_user (id, name, email, "emailVerified") VALUES ($1, $2, $3, true)';
      await owner.query(account, [userId, name, email]);
    },
    jobs: async () => {
      const { rows } = await owner.query(`
        SELECT tasks.identifier AS name, jobs.payload
        FROM graphile_worker._private_jobs jobs JOIN graphile_worker._private_tasks tasks ON tasks.id = jobs.task_id
        ORDER BY jobs.id`);
      return rows;
    },
    clear: async () => {
      await owner.query(`
        TRUNCATE workspace, auth_user, person, visit, session, session_state, session_event, session_search,
          session_rollup, node_rollup, effect CASCADE`);
      await owner.query('DELETE FROM graphile_worker._private_jobs');
    },
    close: async () => {
      await store.close();
      await owner.end();
      await database.drop();
    },
  };
}
