import { confine, id, immutable, sqlMigration } from './sql-migration.ts';

/**
 * Sources, the texts they had, and what is derived from each text. Whatever belongs to a text goes with it, and every
 * text with its source.
 */
export const sources = sqlMigration(`
  CREATE TABLE source (
    id ${id} PRIMARY KEY,
    workspace_id ${id} NOT NULL REFERENCES workspace,
    name text NOT NULL,
    kind text NOT NULL,
    status text NOT NULL,
    progress real NOT NULL,
    error text,
    /* How often the reading that is asked for was begun: what ends a server each time is given up in the end. */
    attempts integer NOT NULL,
    revision integer,
    passages integer NOT NULL,
    characters integer NOT NULL,
    file_id ${id},
    size_bytes bigint,
    media_type text,
    url text,
    hint text,
    person_id ${id} REFERENCES person ON DELETE CASCADE,
    person_access text,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    words tsvector NOT NULL GENERATED ALWAYS AS (to_tsvector('pg_catalog.simple', plain_words(name))) STORED
  );
  CREATE INDEX source_newest ON source (workspace_id, created_at DESC, id DESC);
  CREATE INDEX source_status ON source (workspace_id, status, created_at DESC, id DESC);
  CREATE INDEX source_person ON source (workspace_id, person_id, created_at DESC, id DESC);
  CREATE INDEX source_of_person ON source (person_id) WHERE person_id IS NOT NULL;
  CREATE INDEX source_words ON source USING gin (words);
  ${confine('source', 'SELECT, INSERT, UPDATE, DELETE')}

  CREATE VIEW named_source AS
    SELECT id, workspace_id, words FROM source
    WHERE workspace_id = current_setting('parley.workspace_id', true);
  GRANT SELECT ON named_source TO parley_app;

  CREATE TABLE source_revision (
    source_id ${id} NOT NULL REFERENCES source ON DELETE CASCADE,
    revision integer NOT NULL,
    workspace_id ${id} NOT NULL,
    text text NOT NULL,
    created_at timestamptz NOT NULL,
    created_by jsonb,
    PRIMARY KEY (source_id, revision)
  );
  ${confine('source_revision', 'SELECT, INSERT, DELETE')}
  ${immutable('source_revision')}

  CREATE TABLE passage (
    source_id ${id} NOT NULL,
    revision integer NOT NULL,
    number integer NOT NULL,
    workspace_id ${id} NOT NULL,
    headings text[] NOT NULL,
    page integer,
    text text NOT NULL,
    PRIMARY KEY (source_id, revision, number),
    FOREIGN KEY (source_id, revision) REFERENCES source_revision ON DELETE CASCADE
  );
  ${confine('passage', 'SELECT, INSERT, DELETE')}
  ${immutable('passage')}

  CREATE TABLE source_index (
    source_id ${id} NOT NULL,
    revision integer NOT NULL,
    workspace_id ${id} NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (source_id, revision),
    FOREIGN KEY (source_id, revision) REFERENCES source_revision ON DELETE CASCADE
  );
  ALTER TABLE source_index ALTER COLUMN bytes SET STORAGE EXTERNAL;
  ${confine('source_index', 'SELECT, INSERT, DELETE')}
  ${immutable('source_index')}

  /* Four bytes a value, the least significant first; of every passage one after the other. */
  CREATE TABLE source_vectors (
    source_id ${id} NOT NULL,
    revision integer NOT NULL,
    model text NOT NULL,
    workspace_id ${id} NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (source_id, revision, model),
    FOREIGN KEY (source_id, revision) REFERENCES source_revision ON DELETE CASCADE
  );
  ALTER TABLE source_vectors ALTER COLUMN bytes SET STORAGE EXTERNAL;
  ${confine('source_vectors', 'SELECT, INSERT, DELETE')}
  ${immutable('source_vectors')}
`);
