import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyTwin } from '../../core/twin/twin.ts';
import { appPool } from '../../server/adapters/postgres/app-pool.ts';
import { postgresStore } from '../../server/adapters/postgres/store.ts';
import * as scenario from '../../server/ports/testing/store/scenario.ts';
import { createTestDatabase, databaseServers, type TestDatabase } from '../harness/database.ts';

/** Tables that belong to no workspace: the accounts library's and the migrator's. */
const exempt = [
  'auth_account',
  'auth_session',
  'auth_user',
  'auth_verification',
  'kysely_migration',
  'kysely_migration_lock',
  'schema_digest',
];

const told = { type: 'factLearned', text: 'Has a shop', nodeId: 'twin', twinId: 'twn_1' } as const;

describe.each(databaseServers)('row level security on the %s PostgreSQL', (server) => {
  let database: TestDatabase;
  let owner: pg.Pool;
  let app: pg.Pool;
  let store: ReturnType<typeof postgresStore>;
  let own: string;
  let other: string;

  beforeAll(async () => {
    database = await createTestDatabase(server);
    owner = new pg.Pool(database.poolConfig);
    owner.on('error', () => undefined);
    app = appPool({ connection: database.poolConfig });
    store = postgresStore({ connection: database.poolConfig });
    own = await fillWorkspace();
    other = await scenario.newWorkspace(store);
  });
  afterAll(async () => {
    await Promise.all([app.end(), owner.end(), store.close()]);
    await database.drop();
  });

  test('confines every table that holds a workspace’s rows', async () => {
    const { rows } = await owner.query<{ name: string }>(`
      SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT relrowsecurity ORDER BY relname`);
    expect(rows.map((row) => row.name)).toEqual(exempt);
  });

  test('shows rows to their own workspace, and to no other or none', async () => {
    for (const table of await confinedRelations()) {
      const seen = async (workspaceId: string | null) => asApp(workspaceId, `SELECT FROM ${table}`);
      const isNotWorkspaces = table !== 'workspace';
      expect.soft(await seen(own), `${table}, own`).not.toBe(0);
      expect.soft(await seen(other), `${table}, other`).toBe(isNotWorkspaces ? 0 : 1);
      expect.soft(await seen(null), `${table}, none`).toBe(0);
    }
  });

  test('changes and deletes nothing of another workspace', async () => {
    for (const table of await confinedRelations()) {
      const column = table === 'workspace' ? 'id' : 'workspace_id';
      for (const change of [`DELETE FROM ${table}`, `UPDATE ${table} SET ${column} = ${column}`]) {
        const changed = await asApp(other, `${change} WHERE ${column} = '${own}'`).catch(refusedFor('42501'));
        expect.soft(changed, change).toBe(0);
      }
    }
  });

  test('lets nobody write into another workspace', async () => {
    const secret = `INSERT INTO secret VALUES ('${own}', 'PLANTED', 'x', now())`;
    await expect(asApp(other, secret)).rejects.toMatchObject({ code: '42501' });
    await expect(asApp(null, secret)).rejects.toMatchObject({ code: '42501' });
  });

  test('keeps accounts’ passwords and sessions from queries of features', async () => {
    for (const table of ['auth_account', 'auth_session', 'auth_verification']) {
      await expect(asApp(own, `SELECT FROM ${table}`)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(asApp(own, 'SELECT "emailVerified" FROM auth_user')).rejects.toMatchObject({ code: '42501' });
  });

  test.each([
    ['version', `note = 'changed'`],
    ['deployment_revision', `settings = '{}'`],
    ['rollout_decision', 'serve = NOT serve'],
    ['rollout_decision', `attributes = '{"page": {}}'`],
    ['session_event', `type = 'message'`],
    ['session_event', `payload = '{"text": "changed"}'`],
    ['source_revision', `text = 'changed'`],
    ['passage', `text = 'changed'`],
    ['source_index', `bytes = ''`],
    ['source_vectors', `bytes = ''`],
  ])('does not let even the owner change a row of %s (%s)', async (table, change) => {
    await expect(owner.query(`UPDATE ${table} SET ${change}`)).rejects.toThrow(`rows of ${table} are never changed`);
  });

  test('lets the owner empty what erasure must empty', async () => {
    await owner.query('BEGIN');
    expect((await owner.query(`UPDATE session_event SET payload = '{}'`)).rowCount).toBeGreaterThan(0);
    expect((await owner.query('UPDATE rollout_decision SET attributes = NULL')).rowCount).toBeGreaterThan(0);
    await owner.query('ROLLBACK');
  });

  /** Tables under row level security, and the views, which confine themselves. */
  async function confinedRelations(): Promise<string[]> {
    const { rows } = await owner.query<{ name: string }>(`
      SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND (relkind = 'r' AND relrowsecurity OR relkind = 'v')
      ORDER BY relname`);
    return rows.map((row) => row.name);
  }

  /** How many rows the statement reaches as the application's role, rolled back. */
  async function asApp(workspaceId: string | null, statement: string): Promise<number | null> {
    const client = await app.connect();
    try {
      await client.query('BEGIN');
      if (workspaceId) await client.query(`SELECT set_config('parley.workspace_id', $1, true)`, [workspaceId]);
      return (await client.query(statement)).rowCount;
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  }

  /** A workspace with at least one row in every table. */
  async function fillWorkspace(): Promise<string> {
    const place = await scenario.deployed(store);
    const { workspaceId, deployment } = place;
    const decision = scenario.served(deployment, { visitEndsAt: scenario.later(scenario.hour) });
    await store.visits.recordDecision(workspaceId, decision);
    const session = await scenario.startedSession(store, place, {
      effects: [scenario.call('e1')],
      contact: { name: 'Ada' },
    });
    await owner.query(`INSERT INTO auth_user (id, name, email, "emailVerified") VALUES ('u', 'Ada', 'a@b.c', true)`);
    const { noon: at, ids } = scenario;
    const node = { type: 'nodeEntered', seq: 2, at: at.toISOString(), nodeId: 'start', nodeType: 'start' } as const;
    const fact = { ...told, seq: 3, at: at.toISOString() };
    await store.turns.commit(scenario.turn(session, { state: scenario.endedState(session), events: [node, fact] }));
    await store.write(workspaceId, async ({ workspace, sessions, models, twins }) => {
      await twins.create({ id: ids.next('twn'), name: 'Ada', content: emptyTwin('Ada'), at, by: scenario.author });
      await sessions.saveEvaluation(session.id, { outcome: 'achieved', reason: '', by: 'flow' }, at, false);
      await models.save({ role: 'first', provider: 'openai', model: 'm', baseUrl: null, sealedKey: 's' });
      await workspace.addMember({ userId: 'u', role: 'owner', at });
      await sessions.markRead(session.id, 'u', at);
      await workspace.addInvitation({
        id: ids.next('inv'),
        tokenHash: 't',
        email: null,
        role: 'viewer',
        at,
        expiresAt: at,
      });
      await workspace.addApiKey({ id: ids.next('key'), name: 'CI', prefix: 'p', keyHash: 'k', scopes: [], at });
      await workspace.saveSecret({ name: 'TOKEN', sealed: 's', at });
      await workspace.audit({
        id: ids.next('aud'),
        at,
        actor: scenario.author,
        action: 'flow.created',
        subjectId: null,
        fields: [],
      });
    });
    await store.access.claimReply({ workspaceId, actorId: 'a', key: 'k', requestHash: 'h', at });
    const file = { id: ids.next('fil'), name: 'f', mediaType: 'text/plain', at, maxBytes: 10 };
    await store.files.save(workspaceId, file, bytes());
    await addSource(workspaceId);
    return workspaceId;
  }

  async function addSource(workspaceId: string): Promise<void> {
    const { noon: at, ids } = scenario;
    const id = ids.next('src');
    const passages = [{ number: 1, headings: [], page: null, text: 'hello' }];
    const none = { fileId: null, sizeBytes: null, mediaType: null, url: null, hint: null };
    const own = { personId: null, personAccess: null };
    const source = { id, name: 'Note', kind: 'note', status: 'ready', createdAt: at.toISOString() } as const;
    await store.write(workspaceId, async ({ sources }) => {
      await sources.create({ ...source, ...none, ...own });
      await sources.saveText({
        sourceId: id,
        text: 'hello',
        passages,
        index: Buffer.from('i'),
        indexFormat: 1,
        at,
        by: null,
      });
      await sources.saveVectors({ sourceId: id, revision: 1 }, 'tiny', Float32Array.of(1));
    });
  }
});

async function* bytes(): AsyncIterable<Uint8Array> {
  yield Buffer.from('hello');
}

function refusedFor(code: string): (error: unknown) => number {
  return (error) => {
    if (error instanceof pg.DatabaseError && error.code === code) return 0;
    throw error;
  };
}
