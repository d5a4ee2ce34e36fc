import type { RawBuilder, Selectable } from 'kysely';
import type {
  SubjectKind,
  SubjectReader,
  SubjectRecord,
  SubjectSummaryRecord,
} from '../../ports/store/subject-store.ts';
import type { Confined } from './database.ts';
import { keysetPage } from './keyset-page.ts';
import { newestFirst } from './newest-first.ts';
import type { Tables } from './tables.ts';
import { usesOfSubject } from './uses-of-subject.ts';
import { versionReader } from './versions.ts';
import { hasWords } from './words.ts';

/** Where one kind of subject is stored: a table of the kind's name, which holds the content of a draft in its own way. */
export interface SubjectTable<Content> {
  readonly kind: SubjectKind;
  /** The content, out of the columns that hold it. */
  readonly content: RawBuilder<unknown>;
  /** The columns that hold the content. */
  columnsOf(content: Content): Readonly<Record<string, string>>;
}

export function subjectReader<Id extends string, Content>(
  confined: Confined,
  table: SubjectTable<Content>,
): SubjectReader<Id, Content> {
  return {
    ...versionReader(confined, table.kind),
    list: async ({ q }, page) => {
      const { kind } = table;
      const all = summaries(confined, kind);
      const isNamed = q === undefined ? undefined : await hasWords(confined, `${kind}.id`, `named_${kind}`, q);
      return keysetPage(isNamed ? all.where(isNamed) : all, newestFirst, page, presentSummary<Id>);
    },
    find: (id) => findSubject(confined, table, id),
    usesOf: (id) => usesOfSubject(confined, table.kind, id),
  };
}

export async function findSubject<Id extends string, Content>(
  confined: Confined,
  table: SubjectTable<Content>,
  id: string,
): Promise<SubjectRecord<Id, Content> | null> {
  const row = await summaries(confined, table.kind).select(draftColumns(table)).where('id', '=', id).executeTakeFirst();
  return row ? presentSubject(row) : null;
}

export const summaryColumns = ['id', 'name', 'created_at', 'updated_at', 'draft_revision'] as const;

export function draftColumns<Content>({ content }: SubjectTable<Content>) {
  return ['draft_updated_at', 'draft_updated_by', content.as('content')] as const;
}

function summaries({ db, workspaceId }: Confined, kind: SubjectKind) {
  return db
    .selectFrom(kind)
    .select(summaryColumns)
    .select((subject) =>
      subject
        .selectFrom('version')
        .select((version) => version.fn.max('version.number').as('newest'))
        .whereRef('version.subject_id', '=', `${kind}.id`)
        .as('newest_version'),
    )
    .where('workspace_id', '=', workspaceId);
}

type Row = Selectable<Tables[SubjectKind]>;
type SummaryRow = Pick<Row, (typeof summaryColumns)[number]> & { newest_version: number | null };

function presentSummary<Id extends string>(row: SummaryRow): SubjectSummaryRecord<Id> {
  return {
    id: row.id as Id,
    name: row.name,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    draftRevision: row.draft_revision,
    newestVersion: row.newest_version,
  };
}

export function presentSubject<Id extends string, Content>(
  row: SummaryRow & Pick<Row, 'draft_updated_at' | 'draft_updated_by'> & { content: unknown },
): SubjectRecord<Id, Content> {
  return {
    ...presentSummary(row),
    draft: {
      ...(row.content as Content),
      revision: row.draft_revision,
      updatedAt: row.draft_updated_at.toISOString(),
      updatedBy: row.draft_updated_by,
    },
  };
}
