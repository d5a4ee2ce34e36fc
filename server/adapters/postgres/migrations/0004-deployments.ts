import { confine, id, immutable, sqlMigration } from './sql-migration.ts';

export const deployments = sqlMigration(`
  CREATE TABLE deployment (
    id ${id} PRIMARY KEY,
    workspace_id ${id} NOT NULL REFERENCES workspace,
    key ${id} NOT NULL UNIQUE,
    salt text NOT NULL,
    subject_kind text NOT NULL,
    subject_id ${id} NOT NULL,
    platform_kind text NOT NULL,
    name text NOT NULL,
    status text NOT NULL,
    revision integer NOT NULL,
    revision_id ${id} NOT NULL,
    next_step_at timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
  );
  CREATE INDEX deployment_newest ON deployment (workspace_id, created_at DESC, id DESC);
  CREATE INDEX deployment_subject ON deployment (subject_id);
  CREATE INDEX deployment_next_step ON deployment (next_step_at) WHERE next_step_at IS NOT NULL;
  ${confine('deployment', 'SELECT, INSERT, UPDATE, DELETE')}

  CREATE TABLE deployment_revision (
    id ${id} PRIMARY KEY,
    workspace_id ${id} NOT NULL REFERENCES workspace,
    deployment_id ${id} NOT NULL REFERENCES deployment,
    revision integer NOT NULL,
    at timestamptz NOT NULL,
    by jsonb,
    changed text[] NOT NULL,
    settings jsonb NOT NULL,
    UNIQUE (deployment_id, revision)
  );
  ${confine('deployment_revision', 'SELECT, INSERT, DELETE')}
  ${immutable('deployment_revision')}
`);
