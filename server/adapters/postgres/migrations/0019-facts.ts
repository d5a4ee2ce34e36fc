import { confine, id, sqlMigration } from './sql-migration.ts';

/**
 * What twins have learned about people, each fact with the turn it came from. Few turns write here: foreign keys cost nothing.
 * Facts of one answer share their time: their ids are padded, so that they sort as they were noted.
 */
export const facts = sqlMigration(`
  CREATE TABLE fact (
    id text PRIMARY KEY,
    workspace_id ${id} NOT NULL,
    person_id ${id} NOT NULL REFERENCES person ON DELETE CASCADE,
    twin_id ${id} NOT NULL,
    session_id ${id} NOT NULL REFERENCES session ON DELETE CASCADE,
    seq integer NOT NULL,
    text text NOT NULL,
    at timestamptz NOT NULL
  );
  CREATE INDEX fact_person ON fact (person_id, at DESC, id DESC);
  CREATE INDEX fact_session ON fact (session_id);
  ${confine('fact', 'SELECT, INSERT, UPDATE, DELETE')}

  CREATE FUNCTION keep_facts(p_workspace_id text, t written_turn) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO fact (id, workspace_id, person_id, twin_id, session_id, seq, text, at)
    SELECT s.id || '.' || lpad(e ->> 'seq', 10, '0'), p_workspace_id, s.person_id, e ->> 'twinId', s.id,
      (e ->> 'seq')::integer, e ->> 'text', (e ->> 'at')::timestamptz
    FROM jsonb_array_elements(t.events) e JOIN session s ON s.id = t.session_id
    WHERE e ->> 'type' = 'factLearned' AND s.kind = 'live' AND s.person_id IS NOT NULL;
  END $$;

  /* An address somebody left is theirs until one is vouched for, which outranks it. */
  CREATE FUNCTION keep_email(t written_turn) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE person SET email = left_in.email
    FROM session s, (
      SELECT e.item ->> 'email' AS email FROM jsonb_array_elements(t.events) WITH ORDINALITY AS e (item, place)
      WHERE e.item ->> 'type' = 'emailCollected' ORDER BY e.place DESC LIMIT 1) left_in
    WHERE s.id = t.session_id AND s.kind = 'live' AND person.id = s.person_id AND person.attributes ->> 'email' IS NULL;
  END $$;
`);
