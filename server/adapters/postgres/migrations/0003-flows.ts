import { confine, id, immutable, sqlMigration } from './sql-migration.ts';

export const flows = sqlMigration(`
  CREATE TABLE flow (
    id ${id} PRIMARY KEY,
    workspace_id ${id} NOT NULL REFERENCES workspace,
    name text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    draft_revision integer NOT NULL,
    draft_graph jsonb NOT NULL,
    draft_updated_at timestamptz NOT NULL,
    draft_updated_by jsonb
  );
  CREATE INDEX flow_newest ON flow (workspace_id, created_at DESC, id DESC);
  ${confine('flow', 'SELECT, INSERT, UPDATE, DELETE')}

  CREATE TABLE version (
    id ${id} PRIMARY KEY,
    workspace_id ${id} NOT NULL REFERENCES workspace,
    subject_kind text NOT NULL,
    subject_id ${id} NOT NULL,
    number integer NOT NULL,
    name text NOT NULL,
    note text,
    content jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    created_by jsonb,
    UNIQUE (subject_id, number)
  );
  ${confine('version', 'SELECT, INSERT, DELETE')}
  ${immutable('version')}
`);
