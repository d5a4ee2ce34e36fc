import type { Selectable } from 'kysely';
import type { FlowId } from '../../../core/ids.ts';
import type {
  FlowReader,
  FlowRecord,
  FlowSummaryRecord,
  FlowWriter,
  VersionRecord,
} from '../../ports/store/flow-store.ts';
import type { Confined } from './database.ts';
import { keysetPage } from './keyset-page.ts';
import type { Tables } from './tables.ts';
import { usesOfFlow } from './uses-of-flow.ts';
import { insertVersion, versionContent, versionReader } from './versions.ts';

export function flowReader(confined: Confined): FlowReader {
  return {
    ...versionReader<VersionRecord>(confined, 'flow', (row, summary) => ({
      ...summary,
      ...row.content,
      flowId: row.subject_id as FlowId,
      name: row.name,
    })),
    contentOf: (versionId) => versionContent(confined, versionId),
    list: (page) =>
      keysetPage(
        summaries(confined),
        {
          key: 'flow.created_at',
          tie: 'flow.id',
          type: 'timestamptz',
          direction: 'desc',
          positionOf: (row) => [row.created_at.toISOString(), row.id],
        },
        page,
        presentSummary,
      ),
    find: (id) => findFlow(confined, id),
    usesOf: (flowId) => usesOfFlow(confined, flowId),
  };
}

export function flowWriter(confined: Confined): FlowWriter {
  const { db, workspaceId } = confined;
  const draftsAt = (id: string) => db.updateTable('flow').where('id', '=', id).where('workspace_id', '=', workspaceId);
  return {
    ...flowReader(confined),
    create: (flow) => createFlow(confined, flow),
    rename: async (id, name, at) => {
      const { numUpdatedRows } = await draftsAt(id).set({ name, updated_at: at }).executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    remove: async (id) => {
      const versions = db.deleteFrom('version').where('subject_id', '=', id).where('workspace_id', '=', workspaceId);
      await versions.execute();
      const flow = db.deleteFrom('flow').where('id', '=', id).where('workspace_id', '=', workspaceId);
      return (await flow.executeTakeFirst()).numDeletedRows > 0n;
    },
    saveDraft: async ({ flowId, revision, graph, at, by }) => {
      const saved = await draftsAt(flowId)
        .where('draft_revision', '=', revision)
        .set({
          draft_revision: revision + 1,
          draft_graph: JSON.stringify(graph),
          draft_updated_at: at,
          draft_updated_by: JSON.stringify(by),
          updated_at: at,
        })
        .returning('draft_revision')
        .executeTakeFirst();
      if (saved) return { stale: false, revision: saved.draft_revision };
      const current = await db
        .selectFrom('flow')
        .select('draft_revision')
        .where('id', '=', flowId)
        .where('workspace_id', '=', workspaceId)
        .executeTakeFirst();
      return current ? { stale: true, revision: current.draft_revision } : null;
    },
    lockDraft: async (flowId) => {
      const draft = db.selectFrom('flow').select('id').where('id', '=', flowId);
      const locked = await draft.where('workspace_id', '=', workspaceId).forUpdate().executeTakeFirst();
      // Read by a statement of its own, which sees the version that the lock's last holder published.
      return locked ? findFlow(confined, flowId) : null;
    },
    publish: ({ flowId, ...version }) => insertVersion(confined, 'flow', { ...version, subjectId: flowId }),
  };
}

async function createFlow(
  { db, workspaceId }: Confined,
  { id, name, graph, at, by }: Parameters<FlowWriter['create']>[0],
): Promise<FlowRecord> {
  const row = await db
    .insertInto('flow')
    .values({
      id,
      workspace_id: workspaceId,
      name,
      created_at: at,
      updated_at: at,
      draft_revision: 1,
      draft_graph: JSON.stringify(graph),
      draft_updated_at: at,
      draft_updated_by: JSON.stringify(by),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return presentFlow({ ...row, newest_version: null });
}

async function findFlow(confined: Confined, id: string): Promise<FlowRecord | null> {
  const row = await wholeFlows(confined).where('flow.id', '=', id).executeTakeFirst();
  return row ? presentFlow(row) : null;
}

function summaries({ db, workspaceId }: Confined) {
  return db
    .selectFrom('flow')
    .select(['flow.id', 'flow.name', 'flow.created_at', 'flow.updated_at', 'flow.draft_revision'])
    .select((flow) =>
      flow
        .selectFrom('version')
        .select((version) => version.fn.max('version.number').as('newest'))
        .whereRef('version.subject_id', '=', 'flow.id')
        .as('newest_version'),
    )
    .where('flow.workspace_id', '=', workspaceId);
}

function wholeFlows(confined: Confined) {
  return summaries(confined).select(['flow.draft_graph', 'flow.draft_updated_at', 'flow.draft_updated_by']);
}

type SummaryRow = Pick<Selectable<Tables['flow']>, 'id' | 'name' | 'created_at' | 'updated_at' | 'draft_revision'> & {
  newest_version: number | null;
};
type FlowRow = SummaryRow & Pick<Selectable<Tables['flow']>, 'draft_graph' | 'draft_updated_at' | 'draft_updated_by'>;

function presentSummary(row: SummaryRow): FlowSummaryRecord {
  return {
    id: row.id as FlowId,
    name: row.name,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    draftRevision: row.draft_revision,
    newestVersion: row.newest_version,
  };
}

function presentFlow(row: FlowRow): FlowRecord {
  return {
    ...presentSummary(row),
    draft: {
      revision: row.draft_revision,
      graph: row.draft_graph,
      updatedAt: row.draft_updated_at.toISOString(),
      updatedBy: row.draft_updated_by,
    },
  };
}
