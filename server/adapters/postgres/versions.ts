import { type Selectable, sql } from 'kysely';
import type { FlowVersionContent } from '../../../core/flow/flow.ts';
import type { VersionId } from '../../../core/ids.ts';
import type { Page, PageRequest } from '../../ports/store/common.ts';
import type {
  SubjectKind,
  SubjectWriter,
  VersionRecord,
  VersionSummaryRecord,
} from '../../ports/store/subject-store.ts';
import type { Confined } from './database.ts';
import { keysetPage } from './keyset-page.ts';
import type { Tables } from './tables.ts';

/** Published versions of one kind of subject. */
export function versionReader({ db, workspaceId }: Confined, kind: SubjectKind) {
  const versions = db.selectFrom('version').where('workspace_id', '=', workspaceId).where('subject_kind', '=', kind);
  const of = (subjectId: string) => versions.selectAll().where('subject_id', '=', subjectId);
  const presented = (row: VersionRow | undefined) => (row ? presentVersion(row) : null);
  return {
    listVersions: (subjectId: string, page: PageRequest): Promise<Page<VersionSummaryRecord>> =>
      keysetPage(
        versions.select(['id', 'number', 'note', 'created_at', 'created_by']).where('subject_id', '=', subjectId),
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
    findVersion: async (subjectId: string, number: number): Promise<VersionRecord | null> =>
      presented(await of(subjectId).where('number', '=', number).executeTakeFirst()),
    newestVersion: async (subjectId: string): Promise<VersionRecord | null> =>
      presented(await of(subjectId).orderBy('number', 'desc').limit(1).executeTakeFirst()),
  };
}

/** What a version of any kind runs. */
export async function versionContent({ db, workspaceId }: Confined, id: string): Promise<FlowVersionContent | null> {
  const row = await db
    .selectFrom('version')
    .select('content')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.content ?? null;
}

/** The version carries the subject's name as it is now, and the next number; the draft's lock keeps another from taking it. */
export async function insertVersion(
  { db, workspaceId }: Confined,
  kind: SubjectKind,
  { id, subjectId, content, note, at, by }: Parameters<SubjectWriter<string, unknown>['publish']>[0],
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
    .expression((subject) =>
      subject
        .selectFrom(sql<{ id: string; workspace_id: string; name: string }>`${sql.table(kind)}`.as('subject'))
        .select([
          sql.val(id).as('id'),
          'subject.workspace_id',
          sql.lit(kind).as('subject_kind'),
          'subject.id as subject_id',
          sql`(SELECT coalesce(max(number), 0) + 1 FROM version WHERE subject_id = subject.id)`.as('number'),
          'subject.name',
          sql`${note}::text`.as('note'),
          sql`${JSON.stringify(content)}::jsonb`.as('content'),
          sql`${at}::timestamptz`.as('created_at'),
          sql`${JSON.stringify(by)}::jsonb`.as('created_by'),
        ])
        .where('subject.id', '=', subjectId)
        .where('subject.workspace_id', '=', workspaceId),
    )
    .returning(['id', 'number', 'note', 'created_at', 'created_by'])
    .executeTakeFirstOrThrow();
  return presentSummary(row);
}

type VersionRow = Selectable<Tables['version']>;

function presentVersion(row: VersionRow): VersionRecord {
  return { ...presentSummary(row), ...row.content, subjectId: row.subject_id, name: row.name };
}

function presentSummary(
  row: Pick<VersionRow, 'id' | 'number' | 'note' | 'created_at' | 'created_by'>,
): VersionSummaryRecord {
  return {
    id: row.id as VersionId,
    number: row.number,
    note: row.note,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
  };
}
