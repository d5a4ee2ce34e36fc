import { type RawBuilder, sql } from 'kysely';

/** What people type, as a query for words: all of them, the last one by its beginning. Matches nothing where no word is left. */
export function searchQuery(text: string): RawBuilder<unknown> {
  return sql`(nullif(plainto_tsquery('pg_catalog.simple', plain_words(${text}))::text, '') || ':*')::tsquery`;
}
