import { type RawBuilder, sql } from 'kysely';
import type { SubjectKind } from '../../ports/store/subject-store.ts';
import type { Confined } from './database.ts';

/** Most matches that are looked up one by one. Where more match, a list is walked in its order instead, and is full soon. */
const fewIds = 5000;

/**
 * The condition that a search for words finds the row of this id. The view is asked on its own first, because beside
 * tables under row level security its index would not be used, and because how many rows a beginning of a word
 * matches cannot be estimated, but is soon counted.
 */
export async function hasWords(
  { db }: Confined,
  id: `${'session' | 'person' | 'source' | 'deployment' | SubjectKind}.id`,
  view: 'session_words' | 'known_person' | `named_${'source' | 'deployment' | SubjectKind}`,
  q: string,
): Promise<RawBuilder<boolean>> {
  const query = wordsQuery(q);
  const matches = sql<{ id: string }>`SELECT id FROM ${sql.table(view)} WHERE words @@ ${query} LIMIT ${fewIds + 1}`;
  const { rows } = await matches.execute(db);
  if (rows.length <= fewIds) return sql<boolean>`${sql.ref(id)} = ANY(${rows.map((row) => row.id)}::text[])`;
  return sql<boolean>`EXISTS (
    SELECT FROM ${sql.table(view)} found WHERE found.id = ${sql.ref(id)} AND found.words @@ ${query})`;
}

/** What people type: all of the words, the last one by its beginning. Matches nothing where no word is left. */
function wordsQuery(q: string): RawBuilder<unknown> {
  return sql`(nullif(plainto_tsquery('pg_catalog.simple', plain_words(${q}))::text, '') || ':*')::tsquery`;
}
