import { type Kysely, sql } from 'kysely';
import type { SourceAt } from '../../../core/twin/passage.ts';
import type { NewSourceText, SourceRecord } from '../../ports/store/source-store.ts';
import type { Confined } from './database.ts';
import { presentSource, sourceColumns } from './source-record.ts';
import type { Tables } from './tables.ts';

/** Gives a source its next text, with the passages and the index made of it. */
export async function saveText(
  { db, workspaceId }: Confined,
  { sourceId, text, passages, index, indexFormat, mediaType, at, by }: NewSourceText,
): Promise<SourceRecord | null> {
  const row = await db
    .updateTable('source')
    .set({
      revision: sql`coalesce(revision, 0) + 1`,
      status: 'ready',
      progress: 1,
      error: null,
      retry_at: null,
      passages: passages.length,
      characters: text.length,
      updated_at: at,
      ...(mediaType !== undefined && { media_type: mediaType }),
    })
    .where('id', '=', sourceId)
    .where('workspace_id', '=', workspaceId)
    .returning(sourceColumns)
    .executeTakeFirst();
  if (!row?.revision) return null;
  const place = { source_id: sourceId, revision: row.revision, workspace_id: workspaceId };
  const revision = { ...place, text, created_at: at, created_by: JSON.stringify(by) };
  await db.insertInto('source_revision').values(revision).execute();
  await insertPassages(db, place, passages);
  await db
    .insertInto('source_index')
    .values({ ...place, bytes: bufferOf(index), format: indexFormat })
    .execute();
  return presentSource(row);
}

/** Deletes and adds, as what is derived from a text is never changed. */
export async function replaceIndex(
  { db, workspaceId }: Confined,
  { sourceId, revision }: SourceAt,
  index: Uint8Array,
  format: number,
): Promise<void> {
  const removed = await db
    .deleteFrom('source_index')
    .where('workspace_id', '=', workspaceId)
    .where('source_id', '=', sourceId)
    .where('revision', '=', revision)
    .where('format', '!=', format)
    .executeTakeFirst();
  if (removed.numDeletedRows === 0n) return;
  const place = { source_id: sourceId, revision, workspace_id: workspaceId };
  await db
    .insertInto('source_index')
    .values({ ...place, bytes: bufferOf(index), format })
    .execute();
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** So many become JSON in a few milliseconds. */
const passagesAtOnce = 1_000;

async function insertPassages(
  db: Kysely<Tables>,
  place: { source_id: string; revision: number; workspace_id: string },
  passages: NewSourceText['passages'],
): Promise<void> {
  for (let start = 0; start < passages.length; start += passagesAtOnce) {
    await sql`
      INSERT INTO passage (source_id, revision, workspace_id, number, headings, page, text)
      SELECT ${place.source_id}, ${place.revision}::integer, ${place.workspace_id}, number, headings, page, text
      FROM json_to_recordset(${JSON.stringify(passages.slice(start, start + passagesAtOnce))}::json)
        AS given(number integer, headings text[], page integer, text text)`.execute(db);
  }
}
