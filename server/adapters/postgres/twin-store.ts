import { type Selectable, sql } from 'kysely';
import type { TwinId } from '../../../core/ids.ts';
import type {
  TwinReader,
  TwinRecord,
  TwinSummaryRecord,
  TwinVersionRecord,
  TwinWriter,
} from '../../ports/store/twin-store.ts';
import type { Confined } from './database.ts';
import { keysetPage } from './keyset-page.ts';
import type { Tables } from './tables.ts';
import { insertVersion, versionReader } from './versions.ts';

export function twinReader(confined: Confined): TwinReader {
  return {
    ...versionReader<TwinVersionRecord>(confined, 'twin', (row, summary) => ({
      ...summary,
      ...row.content,
      twinId: row.subject_id as TwinId,
      name: row.name,
    })),
    list: (page) =>
      keysetPage(
        summaries(confined),
        {
          key: 'twin.created_at',
          tie: 'twin.id',
          type: 'timestamptz',
          direction: 'desc',
          positionOf: (row) => [row.created_at.toISOString(), row.id],
        },
        page,
        presentSummary,
      ),
    find: (id) => findTwin(confined, id),
    usesOf: (twinId) => usesOfTwin(confined, twinId),
  };
}

export function twinWriter(confined: Confined): TwinWriter {
  const { db, workspaceId } = confined;
  const twinAt = (id: string) => db.updateTable('twin').where('id', '=', id).where('workspace_id', '=', workspaceId);
  return {
    ...twinReader(confined),
    async create({ id, name, content, at, by }) {
      const row = await db
        .insertInto('twin')
        .values({
          id,
          workspace_id: workspaceId,
          name,
          created_at: at,
          updated_at: at,
          draft_revision: 1,
          draft_content: JSON.stringify(content),
          draft_updated_at: at,
          draft_updated_by: JSON.stringify(by),
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return presentTwin({ ...row, newest_version: null });
    },
    async rename(id, name, at) {
      const { numUpdatedRows } = await twinAt(id).set({ name, updated_at: at }).executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async remove(id) {
      await db.deleteFrom('version').where('subject_id', '=', id).where('workspace_id', '=', workspaceId).execute();
      const twin = db.deleteFrom('twin').where('id', '=', id).where('workspace_id', '=', workspaceId);
      return (await twin.executeTakeFirst()).numDeletedRows > 0n;
    },
    async saveDraft({ twinId, revision, content, at, by }) {
      const saved = await twinAt(twinId)
        .where('draft_revision', '=', revision)
        .set({
          draft_revision: revision + 1,
          draft_content: JSON.stringify(content),
          draft_updated_at: at,
          draft_updated_by: JSON.stringify(by),
          updated_at: at,
        })
        .returning('draft_revision')
        .executeTakeFirst();
      if (saved) return { stale: false, revision: saved.draft_revision };
      const current = await findTwin(confined, twinId);
      return current ? { stale: true, revision: current.draftRevision } : null;
    },
    async lockDraft(twinId) {
      const draft = db.selectFrom('twin').select('id').where('id', '=', twinId);
      const locked = await draft.where('workspace_id', '=', workspaceId).forUpdate().executeTakeFirst();
      return locked ? findTwin(confined, twinId) : null;
    },
    publish: ({ twinId, ...version }) => insertVersion(confined, 'twin', { ...version, subjectId: twinId }),
  };
}

async function findTwin(confined: Confined, id: string): Promise<TwinRecord | null> {
  const row = await summaries(confined)
    .select(['twin.draft_content', 'twin.draft_updated_at', 'twin.draft_updated_by'])
    .where('twin.id', '=', id)
    .executeTakeFirst();
  return row ? presentTwin(row) : null;
}

function summaries({ db, workspaceId }: Confined) {
  return db
    .selectFrom('twin')
    .select(['twin.id', 'twin.name', 'twin.created_at', 'twin.updated_at', 'twin.draft_revision'])
    .select((twin) =>
      twin
        .selectFrom('version')
        .select((version) => version.fn.max('version.number').as('newest'))
        .whereRef('version.subject_id', '=', 'twin.id')
        .as('newest_version'),
    )
    .where('twin.workspace_id', '=', workspaceId);
}

type Row = Selectable<Tables['twin']>;
type SummaryRow = Pick<Row, 'id' | 'name' | 'created_at' | 'updated_at' | 'draft_revision'> & {
  newest_version: number | null;
};

function presentSummary(row: SummaryRow): TwinSummaryRecord {
  return {
    id: row.id as TwinId,
    name: row.name,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    draftRevision: row.draft_revision,
    newestVersion: row.newest_version,
  };
}

function presentTwin(
  row: SummaryRow & Pick<Row, 'draft_content' | 'draft_updated_at' | 'draft_updated_by'>,
): TwinRecord {
  return {
    ...presentSummary(row),
    draft: {
      ...row.draft_content,
      revision: row.draft_revision,
      updatedAt: row.draft_updated_at.toISOString(),
      updatedBy: row.draft_updated_by,
    },
  };
}

type Use = Awaited<ReturnType<TwinReader['usesOf']>>[number];
const callsTwin = `'$.nodes[*] ? (@.type == "twin" && @.data.twinId == $id)'`;

/** Deployments of the twin, and flows whose draft or newest version calls it. */
async function usesOfTwin({ db, workspaceId }: Confined, twinId: string): Promise<Use[]> {
  const calls = (graph: string) =>
    sql`jsonb_path_exists(${sql.ref(graph)}, ${sql.raw(callsTwin)}, jsonb_build_object('id', ${twinId}::text))`;
  const { rows } = await sql<Use>`
    SELECT 'deployment' AS kind, id, name FROM deployment
    WHERE workspace_id = ${workspaceId} AND subject_kind = 'twin' AND subject_id = ${twinId}
    UNION ALL
    SELECT 'flow', flow.id, flow.name
    FROM flow LEFT JOIN LATERAL (
      SELECT content -> 'graph' AS graph FROM version WHERE subject_id = flow.id ORDER BY number DESC LIMIT 1
    ) newest ON true
    WHERE flow.workspace_id = ${workspaceId} AND (${calls('flow.draft_graph')} OR ${calls('newest.graph')})
    ORDER BY 1, 3, 2`.execute(db);
  return rows;
}
