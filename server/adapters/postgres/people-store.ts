import { type Selectable, sql } from 'kysely';
import type { PeopleReader, PeopleWriter, PersonRecord } from '../../ports/store/people-store.ts';
import type { Confined } from './database.ts';
import { erasePerson } from './erase-person.ts';
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
    find: (id) => findPerson(confined, id),
    listFacts: (personId, page) =>
      keysetPage(
        factsOf(confined, personId),
        {
          key: 'fact.at',
          tie: 'fact.id',
          type: 'timestamptz',
          direction: 'desc',
          positionOf: (row) => [row.at.toISOString(), row.id],
        },
        page,
        ({ id, text, at, session_id, seq, twin_id, twin_name }) => ({
          id,
          text,
          at: at.toISOString(),
          sessionId: session_id,
          seq,
          twin: { id: twin_id, name: twin_name },
        }),
      ),
  };
}

export function peopleWriter(confined: Confined): PeopleWriter {
  const { db, workspaceId } = confined;
  return {
    ...peopleReader(confined),
    forgetFact: async (personId, factId) => {
      const { numDeletedRows } = await db
        .deleteFrom('fact')
        .where('workspace_id', '=', workspaceId)
        .where('person_id', '=', personId)
        .where('id', '=', factId)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    lock: async (id) => {
      const person = db.selectFrom('person').select('id').where('id', '=', id).where('workspace_id', '=', workspaceId);
      const locked = await person.forUpdate().executeTakeFirst();
      return locked ? findPerson(confined, id) : null;
    },
    change: async (id, details) => {
      if (Object.keys(details).length === 0) return;
      await db
        .updateTable('person')
        .set(details)
        .where('id', '=', id)
        .where('workspace_id', '=', workspaceId)
        .execute();
      await renewSessionWords(confined, id);
    },
    join: async (from, into) => {
      await sql`SELECT join_person(${from}, ${into})`.execute(db);
      await renewSessionWords(confined, into);
    },
    erase: (id) => erasePerson(confined, id),
  };
}

/** Ended sessions are found by their person's name and email, too. */
async function renewSessionWords({ db, workspaceId }: Confined, personId: string): Promise<void> {
  await sql`
    SELECT keep_session_words(session.id) FROM session JOIN session_search ON session_id = session.id
    WHERE session.workspace_id = ${workspaceId} AND person_id = ${personId}`.execute(db);
}

async function findPerson(confined: Confined, id: string): Promise<PersonRecord | null> {
  const row = await people(confined).where('person.id', '=', id).executeTakeFirst();
  return row ? present(row) : null;
}

function factsOf({ db, workspaceId }: Confined, personId: string) {
  return db
    .selectFrom('fact')
    .leftJoin('twin', 'twin.id', 'fact.twin_id')
    .select([
      'fact.id',
      'fact.text',
      'fact.at',
      'fact.session_id',
      'fact.seq',
      'fact.twin_id',
      'twin.name as twin_name',
    ])
    .where('fact.workspace_id', '=', workspaceId)
    .where('fact.person_id', '=', personId);
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
