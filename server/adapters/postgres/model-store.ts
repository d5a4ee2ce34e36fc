import type { ModelReader, ModelRecord, ModelWriter } from '../../ports/store/model-store.ts';
import type { Confined, Database } from './database.ts';
import type { Tables } from './tables.ts';

type Row = Tables['workspace_model'];

/** In one round trip: every answer begins with it. */
export async function modelsOf(database: Database, workspaceId: string): Promise<ModelRecord[]> {
  return (await database.call<Row>('models_of', [workspaceId])).map(presentRow);
}

export function modelReader({ db, workspaceId }: Confined): ModelReader {
  return {
    async list() {
      const rows = await db.selectFrom('workspace_model').where('workspace_id', '=', workspaceId).selectAll().execute();
      return rows.map(presentRow);
    },
  };
}

export function modelWriter(confined: Confined): ModelWriter {
  const { db, workspaceId } = confined;
  return {
    ...modelReader(confined),
    async save({ role, provider, model, baseUrl, sealedKey }) {
      const columns = { provider, model, base_url: baseUrl, sealed_key: sealedKey };
      await db
        .insertInto('workspace_model')
        .values({ workspace_id: workspaceId, role, ...columns })
        .onConflict((conflict) => conflict.columns(['workspace_id', 'role']).doUpdateSet(columns))
        .execute();
    },
    async remove(role) {
      await db.deleteFrom('workspace_model').where('workspace_id', '=', workspaceId).where('role', '=', role).execute();
    },
  };
}

function presentRow({ role, provider, model, base_url, sealed_key }: Row): ModelRecord {
  return { role, provider, model, baseUrl: base_url, sealedKey: sealed_key };
}
