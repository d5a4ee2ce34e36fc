import { confine, id, sqlMigration } from './sql-migration.ts';

/** Chunks are written before the size and hash of their file are known, hence the deferred reference. */
export const files = sqlMigration(`
  CREATE TABLE file (
    id ${id} PRIMARY KEY,
    workspace_id ${id} NOT NULL REFERENCES workspace,
    name text NOT NULL,
    media_type text NOT NULL,
    size_bytes bigint NOT NULL,
    sha256 text NOT NULL,
    created_at timestamptz NOT NULL
  );
  ${confine('file', 'SELECT, INSERT, DELETE')}

  CREATE TABLE file_chunk (
    file_id ${id} NOT NULL REFERENCES file ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    number integer NOT NULL,
    workspace_id ${id} NOT NULL REFERENCES workspace,
    bytes bytea NOT NULL,
    PRIMARY KEY (file_id, number)
  );
  ALTER TABLE file_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;
  ${confine('file_chunk', 'SELECT, INSERT, DELETE')}
`);
