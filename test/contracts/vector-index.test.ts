import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PassageAt, SourceAt } from '../../core/twin/passage.ts';
import { migrateJobs } from '../../server/adapters/graphile-worker/migrate-jobs.ts';
import { migrate } from '../../server/adapters/postgres/migrate.ts';
import { prepareVectorIndex } from '../../server/adapters/postgres/prepare-vector-index.ts';
import { postgresStore } from '../../server/adapters/postgres/store.ts';
import { memoryLog } from '../../server/ports/testing/memory-log.ts';
import { newWorkspace } from '../../server/ports/testing/store/scenario.ts';
import { sourceSteps } from '../../server/ports/testing/store/source-scenario.ts';
import { createVectorDatabase, type VectorDatabase, vectorServers } from '../harness/vector-database.ts';

const log = memoryLog();

describe.each(vectorServers)('the index of vectors, with pgvector on %s', (server) => {
  let database: VectorDatabase;
  let store: ReturnType<typeof postgresStore>;
  let workspaceId: string;
  let early: SourceAt;
  let late: SourceAt;

  /** As a start does; what runs as the application afterwards has to find its own way again. */
  async function prepare(): Promise<void> {
    const owner = new pg.Pool({ ...database.poolConfig, max: 1 });
    await owner.query('RESET ROLE');
    await prepareVectorIndex(owner, log).finally(() => owner.end());
  }

  async function asAdministrator(...statements: string[]): Promise<void> {
    const client = new pg.Client(database.administrator);
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  }

  async function embedded(
    text: string,
    vectors: readonly number[],
    model = 'tiny',
    of = workspaceId,
  ): Promise<SourceAt> {
    const steps = sourceSteps(() => ({ store, workspaceId: of }));
    const { id } = await steps.create();
    await steps.saveText(id, text);
    const source = { sourceId: id, revision: 1 };
    await steps.write((sources) => sources.saveVectors(source, model, Float32Array.from(vectors)));
    return source;
  }

  const nearest = (
    values: readonly number[],
    sources: readonly SourceAt[],
    more: { model?: string; of?: string } = {},
  ) =>
    store.indexes.nearest(
      more.of ?? workspaceId,
      { model: more.model ?? 'tiny', values: Float32Array.from(values) },
      sources,
      3,
    );
  const at = ({ sourceId, revision }: SourceAt, number: number): PassageAt => ({ sourceId, revision, number });

  beforeAll(async () => {
    database = await createVectorDatabase(server);
    const owner = new pg.Pool({ ...database.poolConfig, max: 1 });
    await migrateJobs(owner);
    await migrate(owner);
    await owner.end();
    store = postgresStore({ connection: database.poolConfig });
    workspaceId = await newWorkspace(store);
    early = await embedded('north east', [0, 1, 1, 0]);
  });
  afterAll(async () => {
    await store?.close();
    await database?.drop();
  });

  test('is not asked while there is none', async () => {
    expect(await nearest([0, 1], [early])).toBeNull();
  });

  if (server === 'debian')
    test('waits for an administrator where the owner may not install pgvector', async () => {
      await prepare();
      expect(log.lines.at(-1)).toMatchObject({
        level: 'warn',
        message: expect.stringContaining('CREATE EXTENSION vector'),
      });
      expect(await nearest([0, 1], [early])).toBeNull();
      await asAdministrator('CREATE EXTENSION vector');
    });

  test('holds what was embedded before it was made, and is made once', async () => {
    await prepare();
    expect(log.lines.at(-1)).toMatchObject({ level: 'info', fields: { texts: 1 } });
    const lines = log.lines.length;
    await Promise.all([prepare(), prepare()]);
    expect(log.lines).toHaveLength(lines);
    expect(await nearest([0.1, 0.9], [early])).toEqual([at(early, 1), at(early, 2)]);
  });

  test('holds what is embedded later, in any length, and finds it nearest first', async () => {
    late = await embedded('south west nowhere', [0, -2, -3, 0, 0, 0]);
    const longer = await embedded('up', [0, 0, 1]);
    expect(await nearest([-1, 0.2], [early, late, longer])).toEqual([at(late, 2), at(early, 1), at(late, 1)]);
    expect(await nearest([0, 0, 0.1], [early, late, longer])).toEqual([at(longer, 1)]);
    expect(await nearest([0, 0], [early])).toEqual([]);
  });

  test('finds nothing of other texts, models or workspaces', async () => {
    const other = await newWorkspace(store);
    const foreign = await embedded('elsewhere', [0, 1], 'tiny', other);
    const unasked = await embedded('left out', [0, 1]);
    await embedded('another', [0, 1], 'another');
    expect(await nearest([0, 1], [early, foreign])).toEqual([at(early, 1), at(early, 2)]);
    expect(await nearest([0, 1], [foreign], { of: other })).toEqual([at(foreign, 1)]);
    expect(await nearest([0, 1], [unasked], { model: 'another' })).toEqual([]);
    expect(await nearest([0, 1], [])).toEqual([]);
  });

  test('forgets what is deleted', async () => {
    const gone = await embedded('for now', [0, 1, 1, 0]);
    expect(await nearest([0, 1], [gone])).toHaveLength(2);
    await store.write(workspaceId, ({ sources }) => sources.remove(gone.sourceId));
    expect(await nearest([0, 1], [gone])).toEqual([]);
  });

  test('passes over vectors that divide by no passages, have no direction or are longer than pgvector holds', async () => {
    const odd = await embedded('one two', [1, 2, 3]);
    expect(await nearest([0, 1], [odd])).toEqual([]);
    const long = await embedded(
      'one',
      Array.from({ length: 16_001 }, () => 1),
    );
    expect(
      await nearest(
        Array.from({ length: 16_001 }, () => 1),
        [long],
      ),
    ).toEqual([]);
    const endless = await embedded('one', [Number.POSITIVE_INFINITY, 1]);
    expect(await nearest([0, 1], [endless])).toEqual([]);
  });

  test('finds the nearest among thousands, and those of a small text in between', async () => {
    const vectorOf = (seed: number) =>
      Array.from({ length: 32 }, (_, place) => Math.sin(seed * 12.9898 + place * 78.233));
    const many = Array.from({ length: 3000 }, (_, seed) => vectorOf(seed));
    const large = await embedded(many.map((_, seed) => `word${seed}`).join(' '), many.flat());
    const small = await embedded(
      'one two three',
      [7, 8, 9].flatMap((seed) => vectorOf(seed + 0.3)),
    );
    const found = await Promise.all([10, 500, 1234, 2999].map((seed) => nearest(vectorOf(seed), [large, small])));
    expect(found.map((hits) => hits?.[0])).toEqual([11, 501, 1235, 3000].map((number) => at(large, number)));
    const few = await nearest(vectorOf(8.3), [small]);
    expect(few).toHaveLength(3);
    expect(few?.[0]).toEqual(at(small, 2));
  });

  test('is made anew when pgvector was taken away and came back', async () => {
    await asAdministrator('RESET ROLE', 'DROP EXTENSION vector CASCADE');
    expect(await nearest([0, 1], [early])).toBeNull();
    await asAdministrator('RESET ROLE', 'CREATE EXTENSION vector');
    await prepare();
    expect(await nearest([0.1, 0.9], [early])).toEqual([at(early, 1), at(early, 2)]);
  });
});
