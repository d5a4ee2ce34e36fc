import { sqlMigration } from './sql-migration.ts';

/** The words of the names of flows and of twins, so that one among 100,000 is found by them. */
export const subjectNames = sqlMigration(['flow', 'twin'].map(searchable).join(''));

function searchable(table: string): string {
  return `
  ALTER TABLE ${table} ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS (
    to_tsvector('pg_catalog.simple', plain_words(name))) STORED;
  CREATE INDEX ${table}_words ON ${table} USING gin (words);
  CREATE VIEW named_${table} AS
    SELECT id, workspace_id, words FROM ${table}
    WHERE workspace_id = current_setting('parley.workspace_id', true);
  GRANT SELECT ON named_${table} TO parley_app;
`;
}
