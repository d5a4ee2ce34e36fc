import { confine, id, sqlMigration } from './sql-migration.ts';

const punctuation = '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~’‘“”«»…–—';

/**
 * What finding a session among 100,000 takes: an index per filter, who has read what, and the words to search for.
 *
 * Row level security lets no index serve an operator that is not proven to leak nothing, and `@@` is not. The views
 * confine their rows to the workspace by themselves, with their owner's rights, so that the index on words is used.
 */
export const sessionLists = sqlMigration(`
  CREATE INDEX session_end_reason ON session (workspace_id, end_reason, started_at DESC, id DESC)
    WHERE end_reason IS NOT NULL;
  CREATE INDEX session_language ON session (workspace_id, language, started_at DESC, id DESC);
  CREATE INDEX session_mode ON session (workspace_id, mode, started_at DESC, id DESC);
  CREATE INDEX session_version ON session (workspace_id, version_number, started_at DESC, id DESC);
  CREATE INDEX session_test ON session (workspace_id, started_at DESC, id DESC) WHERE kind = 'test';

  CREATE TABLE session_read (
    workspace_id ${id} NOT NULL,
    user_id text NOT NULL,
    session_id ${id} NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (workspace_id, user_id, session_id),
    FOREIGN KEY (workspace_id, user_id) REFERENCES member ON DELETE CASCADE
  );
  ${confine('session_read', 'SELECT, INSERT, DELETE')}

  CREATE TABLE session_search (
    session_id ${id} PRIMARY KEY,
    workspace_id ${id} NOT NULL,
    words tsvector NOT NULL
  );
  CREATE INDEX session_search_words ON session_search USING gin (words);
  ${confine('session_search', 'SELECT, INSERT, UPDATE, DELETE')}

  CREATE VIEW session_words AS
    SELECT session_id AS id, workspace_id, words FROM session_search
    WHERE workspace_id = current_setting('parley.workspace_id', true);
  GRANT SELECT ON session_words TO parley_app;

  /* Words and numbers alone: an address or a key is found by each of its parts, however much of it was typed. */
  CREATE FUNCTION plain_words(p_text text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT translate(p_text, '${punctuation}''', repeat(' ', ${punctuation.length + 1}))
  $$;

  ALTER TABLE person ADD COLUMN words tsvector GENERATED ALWAYS AS (
    to_tsvector('pg_catalog.simple', plain_words(coalesce(name, '') || ' ' || coalesce(email, '')))) STORED;
  CREATE INDEX person_words ON person USING gin (words) WHERE name IS NOT NULL OR email IS NOT NULL;
  CREATE VIEW known_person AS
    SELECT id, workspace_id, words FROM person
    WHERE workspace_id = current_setting('parley.workspace_id', true) AND (name IS NOT NULL OR email IS NOT NULL);
  GRANT SELECT ON known_person TO parley_app;

  /* The words of a session as it stands; a book's worth of text is enough, and a tsvector has a limit. */
  CREATE FUNCTION keep_session_words(p_session_id text) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO session_search (session_id, workspace_id, words)
    SELECT s.id, s.workspace_id, strip(coalesce(p.words, '')
      || to_tsvector('pg_catalog.simple', plain_words(s.unit_key || ' ' || coalesce(said.text, ''))))
    FROM session s
    LEFT JOIN person p ON p.id = s.person_id
    LEFT JOIN LATERAL (
      SELECT left(string_agg(coalesce(e.payload ->> 'text', e.payload ->> 'email'), ' ' ORDER BY e.seq), 100000) AS text
      FROM session_event e WHERE e.session_id = s.id AND e.type IN ('message', 'emailCollected')
    ) said ON true
    WHERE s.id = p_session_id
    ON CONFLICT (session_id) DO UPDATE SET words = excluded.words;
  END $$;
  SELECT keep_session_words(id) FROM session;
`);
