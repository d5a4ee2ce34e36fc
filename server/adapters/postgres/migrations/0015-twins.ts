import { confine, id, sqlMigration } from './sql-migration.ts';

export const twins = sqlMigration(`
  CREATE TABLE twin (
    id ${id} PRIMARY KEY,
    workspace_id ${id} NOT NULL REFERENCES workspace,
    name text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    draft_revision integer NOT NULL,
    draft_content jsonb NOT NULL,
    draft_updated_at timestamptz NOT NULL,
    draft_updated_by jsonb
  );
  CREATE INDEX twin_newest ON twin (workspace_id, created_at DESC, id DESC);
  ${confine('twin', 'SELECT, INSERT, UPDATE, DELETE')}
`);
