import type { Selectable } from 'kysely';
import type { ApiKeyRecord, WorkspaceReader, WorkspaceWriter } from '../../ports/store/workspace-store.ts';
import type { Confined } from './database.ts';
import { keysetPage } from './keyset-page.ts';
import { newestFirst } from './newest-first.ts';
import type { Tables } from './tables.ts';

export function apiKeyReader({ db, workspaceId }: Confined): Pick<WorkspaceReader, 'listApiKeys'> {
  const keys = db.selectFrom('api_key').selectAll().where('workspace_id', '=', workspaceId);
  return { listApiKeys: (page) => keysetPage(keys, newestFirst, page, present) };
}

export function apiKeyWriter({ db, workspaceId }: Confined): Pick<WorkspaceWriter, 'addApiKey' | 'removeApiKey'> {
  return {
    addApiKey: async ({ id, name, prefix, keyHash, scopes, at }) => {
      const row = await db
        .insertInto('api_key')
        .values({
          id,
          workspace_id: workspaceId,
          name,
          prefix,
          key_hash: keyHash,
          scopes: [...scopes],
          created_at: at,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return present(row);
    },
    removeApiKey: async (id) => {
      const { numDeletedRows } = await db
        .deleteFrom('api_key')
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}

function present(row: Selectable<Tables['api_key']>): ApiKeyRecord {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}
