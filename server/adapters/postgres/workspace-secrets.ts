import type { WorkspaceReader, WorkspaceWriter } from '../../ports/store/workspace-store.ts';
import type { Confined } from './database.ts';
import { keysetPage } from './keyset-page.ts';

export function secretReader({ db, workspaceId }: Confined): Pick<WorkspaceReader, 'listSecrets' | 'sealedSecrets'> {
  const secrets = db.selectFrom('secret').where('workspace_id', '=', workspaceId);
  return {
    listSecrets: (page) =>
      keysetPage(
        secrets.select(['name', 'updated_at']),
        { key: 'name', tie: 'name', type: 'text', direction: 'asc', positionOf: (row) => [row.name, row.name] },
        page,
        (row) => ({ name: row.name, updatedAt: row.updated_at.toISOString() }),
      ),
    sealedSecrets: async (names) => {
      if (names.length === 0) return new Map();
      const rows = await secrets
        .select(['name', 'sealed'])
        .where('name', 'in', [...names])
        .execute();
      return new Map(rows.map((row) => [row.name, row.sealed]));
    },
  };
}

export function secretWriter({ db, workspaceId }: Confined): Pick<WorkspaceWriter, 'saveSecret' | 'removeSecret'> {
  return {
    saveSecret: async ({ name, sealed, at }) => {
      await db
        .insertInto('secret')
        .values({ workspace_id: workspaceId, name, sealed, updated_at: at })
        .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doUpdateSet({ sealed, updated_at: at }))
        .execute();
    },
    removeSecret: async (name) => {
      const { numDeletedRows } = await db
        .deleteFrom('secret')
        .where('workspace_id', '=', workspaceId)
        .where('name', '=', name)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}
