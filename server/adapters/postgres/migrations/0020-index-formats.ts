import { callableByApp, sqlMigration } from './sql-migration.ts';

/** The format of each stored index, and what has those of another one built anew. All that were stored before have the first. */
export const indexFormats = sqlMigration(`
  ALTER TABLE source_index ADD COLUMN format integer NOT NULL DEFAULT 1;
  ALTER TABLE source_index ALTER COLUMN format DROP DEFAULT;

  CREATE FUNCTION outdated_indexes(
    p_format integer, p_after_source_id text, p_after_revision integer, p_limit integer)
  RETURNS TABLE (workspace_id text, source_id text, revision integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT i.workspace_id, i.source_id, i.revision FROM source_index i
    WHERE i.format <> p_format AND (i.source_id, i.revision) > (p_after_source_id COLLATE "C", p_after_revision)
    ORDER BY i.source_id, i.revision LIMIT p_limit
  $$;
  ${callableByApp('outdated_indexes(integer, text, integer, integer)')}

  /* In a queue of its own: the jobs of a queue run one after the other, whatever number of nodes there is. */
  CREATE FUNCTION enqueue_rebuilding(p_payload jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM graphile_worker.add_job('rebuildIndexes', payload => p_payload::json,
      queue_name => 'rebuildIndexes', job_key => 'rebuildIndexes', priority => 10);
  END $$;
  ${callableByApp('enqueue_rebuilding(jsonb)')}
`);
