import type { IndexStorage, IndexUpkeep } from '../../ports/passage-index.ts';
import type { Database } from './database.ts';
import { unitVector } from './index-vectors.ts';
import { isOneOf } from './passage-reader.ts';
import { floatsOf } from './vector-bytes.ts';

/** What passages are found by, as it was stored with each text. */
export function sourceIndexes(database: Database): IndexStorage & IndexUpkeep {
  return {
    load: (workspaceId, sources) =>
      database.inWorkspace(workspaceId, 'read only', async ({ db }) => {
        const indexes = db.selectFrom('source_index').where('workspace_id', '=', workspaceId);
        const rows = await indexes.select(['source_id', 'revision', 'bytes']).where(isOneOf(sources)).execute();
        return new Map(rows.map((row) => [keyOf(row), row.bytes]));
      }),
    loadVectors: (workspaceId, model, sources) =>
      database.inWorkspace(workspaceId, 'read only', async ({ db }) => {
        const vectors = db.selectFrom('source_vectors').where('workspace_id', '=', workspaceId);
        const rows = await vectors
          .select(['source_id', 'revision', 'bytes'])
          .where('model', '=', model)
          .where(isOneOf(sources))
          .execute();
        return new Map(rows.map((row) => [keyOf(row), floatsOf(row.bytes)]));
      }),
    nearest: async (workspaceId, { model, values }, sources, most) => {
      const question = unitVector(values);
      if (question === null) return [];
      const places = sources.map(({ sourceId, revision }) => `${sourceId}/${revision}`);
      const rows = await database.call<NearRow>('near_passages', [
        ...[workspaceId, model, places, question, values.length, most],
      ]);
      if (rows[0]?.number === null) return null;
      return rows.flatMap(({ source_id, revision, number }) =>
        number === null ? [] : [{ sourceId: source_id, revision, number }],
      );
    },
    outdated: async (format, after, limit) => {
      const values = [format, after?.sourceId ?? '', after?.revision ?? 0, limit];
      const rows = await database.call<OutdatedRow>('outdated_indexes', values);
      return rows.map((row) => ({ workspaceId: row.workspace_id, sourceId: row.source_id, revision: row.revision }));
    },
    enqueueRebuilding: async (after) => void (await database.call('enqueue_rebuilding', [{ after }])),
  };
}

interface NearRow {
  readonly source_id: string;
  readonly revision: number;
  /** Null where there is no index to ask. */
  readonly number: number | null;
}

interface OutdatedRow {
  readonly workspace_id: string;
  readonly source_id: string;
  readonly revision: number;
}

function keyOf({ source_id, revision }: { source_id: string; revision: number }): string {
  return `${source_id}/${revision}`;
}
