import { sqlMigration } from './sql-migration.ts';

/** What finding a deployment among 100,000 takes: an index for each order, also of those of one status, and the words of names. */
export const deploymentLists = sqlMigration(`
  /* Cut, because a page's cursor holds it. */
  ALTER TABLE deployment
    ADD COLUMN sort_name text NOT NULL GENERATED ALWAYS AS (left(lower(name), 50)) STORED,
    ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS (
      to_tsvector('pg_catalog.simple', plain_words(name))) STORED;
  CREATE INDEX deployment_status ON deployment (workspace_id, status, created_at DESC, id DESC);
  CREATE INDEX deployment_name ON deployment (workspace_id, sort_name, id);
  CREATE INDEX deployment_status_name ON deployment (workspace_id, status, sort_name, id);
  CREATE INDEX deployment_id ON deployment (workspace_id, id DESC);
  CREATE INDEX deployment_status_id ON deployment (workspace_id, status, id DESC);

  CREATE INDEX deployment_words ON deployment USING gin (words);
  CREATE VIEW named_deployment AS
    SELECT id, workspace_id, words FROM deployment
    WHERE workspace_id = current_setting('parley.workspace_id', true);
  GRANT SELECT ON named_deployment TO parley_app;
`);
