import type { SourceReader } from '../../ports/store/source-store.ts';
import type { Confined } from './database.ts';
import { type KeysetOrder, keysetPage } from './keyset-page.ts';
import { passageReader } from './passage-reader.ts';
import { presentSource, type SourceRow, sourceColumns } from './source-record.ts';
import { hasWords } from './words.ts';

export function sourceReader(confined: Confined): SourceReader {
  const { db, workspaceId } = confined;
  const sources = db.selectFrom('source').where('source.workspace_id', '=', workspaceId);
  return {
    ...passageReader(confined),
    list: async ({ q, status, of, personId, ...page }) => {
      const isNamed = q === undefined ? undefined : await hasWords(confined, 'source.id', 'named_source', q);
      const wanted = sources
        .select(sourceColumns)
        .$if(status !== undefined, (query) => query.where('source.status', '=', status ?? 'ready'))
        .$if(of !== undefined, (query) => query.where('source.person_id', of === 'person' ? 'is not' : 'is', null))
        .$if(personId !== undefined, (query) => query.where('source.person_id', '=', personId ?? ''));
      return keysetPage(isNamed ? wanted.where(isNamed) : wanted, newestFirst, page, presentSource);
    },
    find: async (id) => {
      const row = await sources.select(sourceColumns).where('source.id', '=', id).executeTakeFirst();
      return row ? presentSource(row) : null;
    },
    usable: async (personId) => {
      const rows = await sources
        .select([
          'source.id',
          'source.revision',
          'source.name',
          'source.url',
          'source.characters',
          'source.person_access',
        ])
        .where('source.revision', 'is not', null)
        .where((source) =>
          source.or([source('source.person_id', 'is', null), source('source.person_id', '=', personId)]),
        )
        .$narrowType<{ revision: number }>()
        .execute();
      return rows.map(({ id, revision, name, url, characters, person_access }) => ({
        sourceId: id,
        revision,
        name,
        url,
        characters,
        personAccess: person_access,
      }));
    },
  };
}

const newestFirst: KeysetOrder<SourceRow> = {
  key: 'source.created_at',
  tie: 'source.id',
  type: 'timestamptz',
  direction: 'desc',
  positionOf: (row) => [row.created_at.toISOString(), row.id],
};
