import { confine, id, sqlMigration } from './sql-migration.ts';

/** The models of a workspace; keys are sealed by the vault. */
export const models = sqlMigration(`
  CREATE TABLE workspace_model (
    workspace_id ${id} NOT NULL REFERENCES workspace,
    role text NOT NULL CHECK (role IN ('first', 'second', 'embedding')),
    provider text NOT NULL,
    model text NOT NULL,
    base_url text,
    sealed_key text,
    PRIMARY KEY (workspace_id, role)
  );
  ${confine('workspace_model', 'SELECT, INSERT, UPDATE, DELETE')}

  CREATE FUNCTION models_of(p_workspace_id text) RETURNS SETOF workspace_model
  LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM set_config('parley.workspace_id', p_workspace_id, true);
    RETURN QUERY SELECT * FROM workspace_model WHERE workspace_id = p_workspace_id;
  END $$;
`);
