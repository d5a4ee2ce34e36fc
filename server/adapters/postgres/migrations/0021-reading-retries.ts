import { callableByApp, sqlMigration } from './sql-migration.ts';

/** When a reading that failed is tried again, and its job: at most one waits for each source. */
export const readingRetries = sqlMigration(`
  ALTER TABLE source ADD COLUMN retry_at timestamptz;

  CREATE FUNCTION enqueue_reading(p_workspace_id text, p_source_id text, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM graphile_worker.add_job('readSource',
      payload => json_build_object('workspaceId', p_workspace_id, 'sourceId', p_source_id),
      run_at => p_at, job_key => 'readSource ' || p_source_id);
  END $$;
  ${callableByApp('enqueue_reading(text, text, timestamptz)')}
`);
