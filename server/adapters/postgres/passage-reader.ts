import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Passage, SourceAt } from '../../../core/twin/passage.ts';
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
      const numbers = places.map(({ number }) => number);
      const wanted = sql`SELECT * FROM unnest(
        ${places.map(({ sourceId }) => sourceId)}::text[],
        ${places.map(({ revision }) => revision)}::integer[],
        ${numbers}::integer[])`;
      const isWanted = sql<boolean>`(source_id, revision, number) IN (${wanted})`;
      return (await passages.where(isWanted).execute()).map(presentPlaced);
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

type Row = Omit<Selectable<Tables['passage']>, 'workspace_id'>;

function presentPassage({ number, headings, page, text }: Row): Passage {
  return { number, headings, page, text };
}

function presentPlaced(row: Row): Passage & SourceAt {
  return { sourceId: row.source_id, revision: row.revision, ...presentPassage(row) };
}
