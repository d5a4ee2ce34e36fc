import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { type FileRecord, type Files, FileTooLarge } from '../../ports/store/files-store.ts';
import { chunked } from './chunked.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

const chunkBytes = 1024 * 1024;

export function fileStore(database: Database): Files {
  return {
    save: (workspaceId, file, bytes) => saveFile(database, workspaceId, file, bytes),
    find: (workspaceId, id) =>
      database.inWorkspace(workspaceId, 'read only', async ({ db }) => {
        const files = db.selectFrom('file').selectAll().where('workspace_id', '=', workspaceId);
        const row = await files.where('id', '=', id).executeTakeFirst();
        return row ? present(row) : null;
      }),
    read: (workspaceId, id) => readFile(database, workspaceId, id),
    remove: (workspaceId, id) =>
      database.inWorkspace(workspaceId, 'read write', async ({ db }) => {
        const files = db.deleteFrom('file').where('workspace_id', '=', workspaceId);
        return (await files.where('id', '=', id).executeTakeFirst()).numDeletedRows > 0n;
      }),
  };
}

/** One transaction, so that a broken upload leaves nothing behind; memory holds one chunk at a time. */
function saveFile(
  database: Database,
  workspaceId: string,
  { id, name, mediaType, at, maxBytes }: Parameters<Files['save']>[1],
  bytes: AsyncIterable<Uint8Array>,
): Promise<FileRecord> {
  return database.inWorkspace(workspaceId, 'read write', async ({ db }) => {
    const hash = createHash('sha256');
    let sizeBytes = 0;
    let number = 0;
    for await (const chunk of chunked(bytes, chunkBytes)) {
      sizeBytes += chunk.byteLength;
      if (sizeBytes > maxBytes) throw new FileTooLarge(`The file is larger than ${maxBytes} bytes.`);
      hash.update(chunk);
      const row = { file_id: id, number, workspace_id: workspaceId, bytes: chunk };
      await db.insertInto('file_chunk').values(row).execute();
      number += 1;
    }
    const file = { id, workspace_id: workspaceId, name, media_type: mediaType, created_at: at };
    const row = await db
      .insertInto('file')
      .values({ ...file, size_bytes: sizeBytes, sha256: hash.digest('hex') })
      .returningAll()
      .executeTakeFirstOrThrow();
    return present(row);
  });
}

async function* readFile(database: Database, workspaceId: string, id: string): AsyncIterable<Uint8Array> {
  for (let number = 0; ; number += 1) {
    const chunk = await database.inWorkspace(workspaceId, 'read only', ({ db }) =>
      db
        .selectFrom('file_chunk')
        .select('bytes')
        .where('workspace_id', '=', workspaceId)
        .where('file_id', '=', id)
        .where('number', '=', number)
        .executeTakeFirst(),
    );
    if (!chunk) return;
    yield chunk.bytes;
  }
}

function present(row: Selectable<Tables['file']>): FileRecord {
  return {
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: Number(row.size_bytes),
    sha256: row.sha256,
    createdAt: row.created_at.toISOString(),
  };
}
