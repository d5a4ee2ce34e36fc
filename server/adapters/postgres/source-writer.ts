import { sql } from 'kysely';
import type { SourceRecord, SourceWriter } from '../../ports/store/source-store.ts';
import type { Confined } from './database.ts';
import { indexVectors } from './index-vectors.ts';
import { replaceIndex, saveText } from './save-source-text.ts';
import { sourceReader } from './source-reader.ts';
import { presentSource, type SourceRow, sourceColumns } from './source-record.ts';
import { bytesOf } from './vector-bytes.ts';

export function sourceWriter(confined: Confined): SourceWriter {
  const { db, workspaceId } = confined;
  const sources = db.selectFrom('source').where('workspace_id', '=', workspaceId);
  const sourceOf = (id: string) =>
    db.updateTable('source').where('id', '=', id).where('workspace_id', '=', workspaceId);
  return {
    ...sourceReader(confined),
    countToAdd: async () => {
      await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`sources of ${workspaceId}`}, 0))`.execute(db);
      const counted = sources.select((source) => source.fn.countAll<string>().as('sources'));
      return Number((await counted.executeTakeFirstOrThrow()).sources);
    },
    create: (source) => createSource(confined, source),
    lock: async (id) => {
      const row = await sources.select(sourceColumns).where('id', '=', id).forUpdate().executeTakeFirst();
      return presentIfThere(row);
    },
    change: async (id, { name, hint, personAccess, at }) => {
      const changed = sourceOf(id).set({
        updated_at: at,
        ...(name !== undefined && { name }),
        ...(hint !== undefined && { hint }),
        ...(personAccess !== undefined && { person_access: personAccess }),
      });
      return (await changed.executeTakeFirst()).numUpdatedRows > 0n;
    },
    setStatus: async (id, { status, progress, error, retryAt = null, at }) => {
      const retry_at = retryAt === null ? null : new Date(retryAt);
      const changed = sourceOf(id).set({ status, progress, error, retry_at, updated_at: at });
      return (await changed.executeTakeFirst()).numUpdatedRows > 0n;
    },
    saveText: (text) => saveText(confined, text),
    replaceIndex: (source, index, format) => replaceIndex(confined, source, index, format),
    saveVectors: async ({ sourceId, revision }, model, vectors) => {
      const revisions = db.selectFrom('source_revision').where('workspace_id', '=', workspaceId);
      const stored = await db
        .insertInto('source_vectors')
        .columns(['source_id', 'revision', 'workspace_id', 'model', 'bytes'])
        .expression(
          revisions
            .select(['source_id', 'revision', 'workspace_id'])
            .select([sql<string>`${model}::text`.as('model'), sql<Buffer>`${bytesOf(vectors)}::bytea`.as('bytes')])
            .where('source_id', '=', sourceId)
            .where('revision', '=', revision),
        )
        .onConflict((kept) => kept.doNothing())
        .executeTakeFirst();
      if (stored.numInsertedOrUpdatedRows === 0n) return;
      await indexVectors(db, { sourceId, revision, model, workspaceId, vectors });
    },
    enqueueEmbedding: async (id) => {
      const wanted = sources.select('id').where('revision', 'is not', null);
      await sql`
        SELECT enqueue_job('embedSource', jsonb_build_object('workspaceId', ${workspaceId}::text, 'sourceId', wanted.id))
        FROM (${id === undefined ? wanted : wanted.where('id', '=', id)}) wanted`.execute(db);
    },
    enqueueReading: async (id, at) => {
      const waiting = {
        status: 'waiting',
        progress: 0,
        error: null,
        attempts: 0,
        retry_at: null,
        updated_at: at,
      } as const;
      if ((await sourceOf(id).set(waiting).executeTakeFirst()).numUpdatedRows === 0n) return false;
      await sql`SELECT enqueue_reading(${workspaceId}, ${id}, now())`.execute(db);
      return true;
    },
    enqueueRetry: async (id, { error, retryAt, at }) => {
      const waiting = { status: 'waiting', progress: 0, error, retry_at: retryAt, updated_at: at } as const;
      if ((await sourceOf(id).set(waiting).executeTakeFirst()).numUpdatedRows === 0n) return false;
      await sql`SELECT enqueue_reading(${workspaceId}, ${id}, ${retryAt})`.execute(db);
      return true;
    },
    beginReading: async (id, at) => {
      const row = await sourceOf(id)
        .set({ status: 'reading', progress: 0, retry_at: null, updated_at: at, attempts: sql`attempts + 1` })
        .where('status', 'in', ['waiting', 'reading'])
        .returning(sourceColumns)
        .executeTakeFirst();
      return presentIfThere(row);
    },
    remove: async (id) => {
      const removed = await db
        .deleteFrom('source')
        .where('id', '=', id)
        .where('workspace_id', '=', workspaceId)
        .returning(sourceColumns)
        .executeTakeFirst();
      if (removed?.file_id) {
        const files = db.deleteFrom('file').where('workspace_id', '=', workspaceId);
        await files.where('id', '=', removed.file_id).execute();
      }
      return presentIfThere(removed);
    },
  };
}

async function createSource(
  { db, workspaceId }: Confined,
  source: Parameters<SourceWriter['create']>[0],
): Promise<SourceRecord> {
  const at = new Date(source.createdAt);
  const row = await db
    .insertInto('source')
    .values({
      id: source.id,
      workspace_id: workspaceId,
      name: source.name,
      kind: source.kind,
      status: source.status,
      progress: 0,
      error: null,
      attempts: 0,
      revision: null,
      passages: 0,
      characters: 0,
      file_id: source.fileId,
      size_bytes: source.sizeBytes,
      media_type: source.mediaType,
      url: source.url,
      hint: source.hint,
      person_id: source.personId,
      person_access: source.personAccess,
      created_at: at,
      updated_at: at,
    })
    .returning(sourceColumns)
    .executeTakeFirstOrThrow();
  return presentSource(row);
}

function presentIfThere(row: SourceRow | undefined): SourceRecord | null {
  return row ? presentSource(row) : null;
}
