import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Log } from '../../ports/log.ts';
import { fillVectorIndex } from './index-vectors.ts';
import { confine, id, immutable } from './migrations/sql-migration.ts';
import type { Tables } from './tables.ts';
import { floatsOf } from './vector-bytes.ts';

/**
 * Where the server has pgvector: makes an index of all vectors, once, with what was embedded before. From then on
 * vectors join it as they are stored. All it holds can be made again from `source_vectors`. Without pgvector, or without
 * the right to use it, vectors are compared one by one in memory.
 */
export async function prepareVectorIndex(ownerPool: pg.Pool, log: Pick<Log, 'info' | 'warn'>): Promise<void> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: ownerPool }) });
  const extension = await findExtension(db);
  if (extension === null || (await hasVectorIndex(db))) return;
  const { version } = extension;
  const refuse = (advice: string) =>
    log.warn(`vectors are compared in memory and not by pgvector: ${advice}, and start again`, { version });
  if (!isNewEnough(version)) return refuse('update it to 0.8 or newer');
  if (extension.schema !== null && extension.schema !== 'public') return refuse('have it in the schema public');
  try {
    const texts = await db.transaction().execute(makeIndex);
    if (texts !== null) log.info('pgvector finds passages by their meaning from now on', { version, texts });
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === insufficientPrivilege)) throw error;
    refuse('have an administrator run CREATE EXTENSION vector in this database');
  }
}

const insufficientPrivilege = '42501';

interface Extension {
  readonly version: string;
  /** Null where it is not installed yet. */
  readonly schema: string | null;
}

/** Null where the server has none. */
async function findExtension(db: Kysely<Tables>): Promise<Extension | null> {
  const { rows } = await sql<Extension>`
    SELECT coalesce(installed_version, default_version) AS version,
      (SELECT extnamespace::regnamespace::text FROM pg_extension WHERE extname = 'vector') AS schema
    FROM pg_available_extensions WHERE name = 'vector'`.execute(db);
  return rows[0] ?? null;
}

/** From 0.8 on an index goes on looking where what it found may not be seen. */
function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 0 || minor >= 8;
}

async function hasVectorIndex(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`SELECT has_vector_index() AS has`.execute(db);
  return rows[0]?.has ?? false;
}

/** The number of texts it was filled with; null where another node was first. Nobody stores vectors meanwhile. */
async function makeIndex(db: Transaction<Tables>): Promise<number | null> {
  await sql`LOCK TABLE source_vectors IN SHARE ROW EXCLUSIVE MODE`.execute(db);
  if (await hasVectorIndex(db)) return null;
  await sql`CREATE EXTENSION IF NOT EXISTS vector SCHEMA public`.execute(db);
  await sql.raw(vectorTable).execute(db);
  const texts = await db.selectFrom('source_vectors').select(['source_id', 'revision', 'model']).execute();
  for (const { source_id, revision, model } of texts) {
    const { workspace_id, bytes } = await db
      .selectFrom('source_vectors')
      .select(['workspace_id', 'bytes'])
      .where('source_id', '=', source_id)
      .where('revision', '=', revision)
      .where('model', '=', model)
      .executeTakeFirstOrThrow();
    const vectors = floatsOf(bytes);
    await fillVectorIndex(db, { sourceId: source_id, revision, workspaceId: workspace_id, model, vectors });
  }
  return texts.length;
}

const vectorTable = `
  DROP TABLE IF EXISTS passage_vector;
  CREATE TABLE passage_vector (
    source_id ${id} NOT NULL,
    revision integer NOT NULL,
    model text NOT NULL,
    number integer NOT NULL,
    workspace_id ${id} NOT NULL,
    dimensions integer NOT NULL,
    place text GENERATED ALWAYS AS (source_id || '/' || revision) STORED,
    embedding halfvec NOT NULL,
    PRIMARY KEY (source_id, revision, model, number),
    FOREIGN KEY (source_id, revision, model) REFERENCES source_vectors ON DELETE CASCADE
  );
  CREATE INDEX passage_vector_place ON passage_vector (place, model);
  ${confine('passage_vector', 'SELECT, INSERT')}
  ${immutable('passage_vector')}`;
