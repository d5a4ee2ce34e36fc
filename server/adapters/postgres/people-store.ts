import { type Selectable, sql } from 'kysely';
import type { PeopleReader, PersonRecord } from '../../ports/store/people-store.ts';
import type { Confined } from './database.ts';
import { keysetPage } from './keyset-page.ts';
import type { Tables } from './tables.ts';
import { hasWords } from './words.ts';

export function peopleReader(confined: Confined): PeopleReader {
  return {
    list: async ({ q }, page) => {
      const found = q === undefined ? undefined : await hasWords(confined, 'person.id', 'known_person', q);
      return keysetPage(
        found === undefined ? people(confined) : people(confined).where(found),
        {
          key: 'person.last_seen_at',
          tie: 'person.id',
          type: 'timestamptz',
          direction: 'desc',
          positionOf: (row) => [row.last_seen_at.toISOString(), row.id],
        },
        page,
        present,
      );
    },
    find: async (id) => {
      const row = await people(confined).where('person.id', '=', id).executeTakeFirst();
      return row ? present(row) : null;
    },
  };
}

function people({ db, workspaceId }: Confined) {
  return db
    .selectFrom('person')
    .select([
      'person.id',
      'person.name',
      'person.email',
      'person.attributes',
      'person.created_at',
      'person.last_seen_at',
      sql<PersonRecord['keys']>`(
        SELECT coalesce(jsonb_agg(jsonb_build_object('namespace', namespace, 'key', key) ORDER BY namespace, key), '[]')
        FROM person_key WHERE person_id = person.id)`.as('keys'),
      sql<number>`(
        SELECT count(*)::integer FROM session WHERE person_id = person.id AND kind = 'live')`.as('session_count'),
    ])
    .where('person.workspace_id', '=', workspaceId);
}

type PersonRow = Omit<Selectable<Tables['person']>, 'workspace_id'> & {
  keys: PersonRecord['keys'];
  session_count: number;
};

function present(row: PersonRow): PersonRecord {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    attributes: row.attributes,
    keys: row.keys,
    sessionCount: row.session_count,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
  };
}
