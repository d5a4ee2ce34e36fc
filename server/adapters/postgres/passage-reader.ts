import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Passage, PassageAt, SourceAt } from '../../../core/twin/passage.ts';
import type { SourceReader } from '../../ports/store/source-store.ts';
import type { Confined } from './database.ts';
import { keysetPage } from './keyset-page.ts';
import type { Tables } from './tables.ts';

type PassageReader = Pick<SourceReader, 'textOf' | 'listPassages' | 'passagesAt' | 'passagesOf'>;

/** The texts of sources and their passages. */
export function passageReader({ db, workspaceId }: Confined): PassageReader {
  const passages = db
    .selectFrom('passage')
    .select(['source_id', 'revision', 'number', 'headings', 'page', 'text'])
    .where('workspace_id', '=', workspaceId);
  return {
    textOf: async ({ sourceId, revision }) => {
      const texts = db.selectFrom('source_revision').select('text').where('workspace_id', '=', workspaceId);
      const found = await texts.where('source_id', '=', sourceId).where('revision', '=', revision).executeTakeFirst();
      return found?.text ?? null;
    },
    listPassages: ({ sourceId, revision }, page) =>
      keysetPage(
        passages.where('source_id', '=', sourceId).where('revision', '=', revision),
        {
          key: 'number',
          tie: 'source_id',
          type: 'integer',
          direction: 'asc',
          positionOf: (row) => [String(row.number), row.source_id],
        },
        page,
        presentPassage,
      ),
    passagesAt: async (places) => {
      const found = sql<PassageRow>`SELECT * FROM passages_at(${sql.join(passagesAtValues(workspaceId, places))})`;
      return (await found.execute(db)).rows.map(presentPlaced);
    },
    passagesOf: async (sources) => (await passages.where(isOneOf(sources)).execute()).map(presentPlaced),
  };
}

/** The condition that a row belongs to one of these texts. */
export function isOneOf(sources: readonly SourceAt[]): RawBuilder<boolean> {
  return sql<boolean>`(source_id, revision) IN (SELECT * FROM unnest(
    ${sources.map(({ sourceId }) => sourceId)}::text[],
    ${sources.map(({ revision }) => revision)}::integer[]))`;
}

/** What the function `passages_at` is called with. */
export function passagesAtValues(workspaceId: string, places: readonly PassageAt[]): unknown[] {
  return [
    workspaceId,
    places.map(({ sourceId }) => sourceId),
    places.map(({ revision }) => revision),
    places.map(({ number }) => number),
  ];
}

export type PassageRow = Omit<Selectable<Tables['passage']>, 'workspace_id'>;

function presentPassage({ number, headings, page, text }: PassageRow): Passage {
  return { number, headings, page, text };
}

export function presentPlaced(row: PassageRow): Passage & SourceAt {
  return { sourceId: row.source_id, revision: row.revision, ...presentPassage(row) };
}
