import { type Selectable, sql } from 'kysely';
import type { FlowId, VersionId } from '../../../core/ids.ts';
import type { FlowReader, FlowWriter, VersionRecord, VersionSummaryRecord } from '../../ports/store/flow-store.ts';
import type { Confined } from './database.ts';
import { keysetPage } from './keyset-page.ts';
import type { Tables } from './tables.ts';

type VersionReader = Pick<FlowReader, 'listVersions' | 'findVersion' | 'newestVersion' | 'versionById'>;

export function versionReader({ db, workspaceId }: Confined): VersionReader {
  const versions = db.selectFrom('version').where('workspace_id', '=', workspaceId).where('subject_kind', '=', 'flow');
  return {
    listVersions: (flowId, page) =>
      keysetPage(
        versions.select(['id', 'number', 'note', 'created_at', 'created_by']).where('subject_id', '=', flowId),
        {
          key: 'number',
          tie: 'id',
          type: 'integer',
          direction: 'desc',
          positionOf: (row) => [String(row.number), row.id],
        },
        page,
        presentSummary,
      ),
    findVersion: async (flowId, number) =>
      present(
        await versions.selectAll().where('subject_id', '=', flowId).where('number', '=', number).executeTakeFirst(),
      ),
    newestVersion: async (flowId) =>
      present(
        await versions
          .selectAll()
          .where('subject_id', '=', flowId)
          .orderBy('number', 'desc')
          .limit(1)
          .executeTakeFirst(),
      ),
    versionById: async (id) => present(await versions.selectAll().where('id', '=', id).executeTakeFirst()),
  };
}

/** The version carries the flow's name as it is now, and the next number; the draft's lock keeps another from taking it. */
export async function publishFlow(
  { db, workspaceId }: Confined,
  { id, flowId, content, note, at, by }: Parameters<FlowWriter['publish']>[0],
): Promise<VersionSummaryRecord> {
  const row = await db
    .insertInto('version')
    .columns([
      'id',
      'workspace_id',
      'subject_kind',
      'subject_id',
      'number',
      'name',
      'note',
      'content',
      'created_at',
      'created_by',
    ])
    .expression((flow) =>
      flow
        .selectFrom('flow')
        .select([
          sql.val(id).as('id'),
          'flow.workspace_id',
          sql.lit('flow').as('subject_kind'),
          'flow.id as subject_id',
          sql`(SELECT coalesce(max(number), 0) + 1 FROM version WHERE subject_id = flow.id)`.as('number'),
          'flow.name',
          sql`${note}::text`.as('note'),
          sql`${JSON.stringify(content)}::jsonb`.as('content'),
          sql`${at}::timestamptz`.as('created_at'),
          sql`${JSON.stringify(by)}::jsonb`.as('created_by'),
        ])
        .where('flow.id', '=', flowId)
        .where('flow.workspace_id', '=', workspaceId),
    )
    .returning(['id', 'number', 'note', 'created_at', 'created_by'])
    .executeTakeFirstOrThrow();
  return presentSummary(row);
}

type Row = Selectable<Tables['version']>;

function presentSummary(row: Pick<Row, 'id' | 'number' | 'note' | 'created_at' | 'created_by'>): VersionSummaryRecord {
  return {
    id: row.id as VersionId,
    number: row.number,
    note: row.note,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
  };
}

function present(row: Row | undefined): VersionRecord | null {
  if (!row) return null;
  return { ...presentSummary(row), ...row.content, flowId: row.subject_id as FlowId, name: row.name };
}
