import { type Kysely, sql } from 'kysely';
import type { SourceAt } from '../../../core/twin/passage.ts';
import type { Tables } from './tables.ts';

/** Passages whose vectors travel in one statement. */
const passagesAtOnce = 200;
/** The most values of one vector that pgvector holds. */
const mostDimensions = 16_000;
/** More than half precision keeps. */
const digits = 6;

/** What the vectors of one text are, as they are stored: of every passage one after the other, in the order of their numbers. */
export interface StoredVectors extends SourceAt {
  readonly workspaceId: string;
  readonly model: string;
  readonly vectors: Float32Array;
}

/** Puts the vectors of a text's passages into pgvector's index; nothing where the database has none. */
export async function indexVectors(db: Kysely<Tables>, stored: StoredVectors): Promise<void> {
  const { rows } = await sql<{ has: boolean }>`SELECT has_vector_index() AS has`.execute(db);
  if (rows[0]?.has) await fillVectorIndex(db, stored);
}

/** As `indexVectors`, into an index that is there. */
export async function fillVectorIndex(db: Kysely<Tables>, stored: StoredVectors): Promise<void> {
  const { sourceId, revision, model, workspaceId, vectors } = stored;
  const passages = await countPassages(db, stored);
  const dimensions = vectors.length / passages;
  // Values that do not divide by the passages belong to none of them.
  if (passages === 0 || dimensions === 0 || !Number.isInteger(dimensions)) return;
  await sql`SELECT index_vectors_of(${dimensions}::integer)`.execute(db);
  for (let start = 0; start < passages; start += passagesAtOnce) {
    const rows = Array.from({ length: Math.min(passagesAtOnce, passages - start) }, (_, at) => {
      const from = (start + at) * dimensions;
      return { number: start + at + 1, embedding: unitVector(vectors.subarray(from, from + dimensions)) };
    }).filter(({ embedding }) => embedding !== null);
    await sql`
      INSERT INTO passage_vector (source_id, revision, model, number, workspace_id, dimensions, embedding)
      SELECT ${sourceId}, ${revision}::integer, ${model}, each.number, ${workspaceId}, ${dimensions}::integer,
        each.embedding::halfvec
      FROM unnest(${rows.map(({ number }) => number)}::integer[], ${rows.map(({ embedding }) => embedding)}::text[])
        AS each (number, embedding)
      ON CONFLICT DO NOTHING`.execute(db);
  }
}

async function countPassages(db: Kysely<Tables>, { sourceId, revision }: SourceAt): Promise<number> {
  const passages = db.selectFrom('passage').where('source_id', '=', sourceId).where('revision', '=', revision);
  const counted = passages.select((passage) => passage.fn.countAll<string>().as('passages'));
  return Number((await counted.executeTakeFirstOrThrow()).passages);
}

/** As pgvector reads it, of length 1, so that every value fits half precision; null for one without a direction, or too long. */
export function unitVector(values: Float32Array): string | null {
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  if (values.length > mostDimensions || !(length > 0 && Number.isFinite(length))) return null;
  return `[${Array.from(values, (value) => (value / length).toPrecision(digits)).join()}]`;
}
