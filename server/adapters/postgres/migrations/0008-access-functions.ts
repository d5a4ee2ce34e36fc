import { callableByApp, sqlMigration } from './sql-migration.ts';

/** Look-ups that come before a workspace is known. They run with the owner's rights and answer only for the secret or user they are given. */
export const accessFunctions = sqlMigration(`
  CREATE FUNCTION use_api_key(p_key_hash text, p_now timestamptz)
  RETURNS TABLE (id text, name text, workspace_id text, scopes text[])
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  #variable_conflict use_column
  BEGIN
    UPDATE api_key SET last_used_at = p_now
    WHERE key_hash = p_key_hash AND (last_used_at IS NULL OR last_used_at <= p_now - interval '1 minute');
    RETURN QUERY SELECT k.id, k.name, k.workspace_id, k.scopes FROM api_key k WHERE k.key_hash = p_key_hash;
  END $$;
  ${callableByApp('use_api_key(text, timestamptz)')}

  CREATE FUNCTION memberships_of(p_user_id text)
  RETURNS TABLE (workspace_id text, role text, name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.workspace_id, m.role, w.name FROM member m JOIN workspace w ON w.id = m.workspace_id
    WHERE m.user_id = p_user_id ORDER BY m.joined_at, m.workspace_id
  $$;
  ${callableByApp('memberships_of(text)')}

  CREATE FUNCTION open_invitation(p_token_hash text, p_now timestamptz)
  RETURNS TABLE (
    id text, email text, role text, created_at timestamptz, expires_at timestamptz,
    workspace_id text, workspace_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT i.id, i.email, i.role, i.created_at, i.expires_at, i.workspace_id, w.name
    FROM invitation i JOIN workspace w ON w.id = i.workspace_id
    WHERE i.token_hash = p_token_hash AND i.used_at IS NULL AND i.expires_at > p_now
  $$;
  ${callableByApp('open_invitation(text, timestamptz)')}

  CREATE FUNCTION use_invitation(p_token_hash text, p_now timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    UPDATE invitation SET used_at = p_now
    WHERE token_hash = p_token_hash AND used_at IS NULL AND expires_at > p_now;
    RETURN FOUND;
  END $$;
  ${callableByApp('use_invitation(text, timestamptz)')}

  CREATE FUNCTION first_workspace()
  RETURNS TABLE (id text, name text, time_zone text, shares_memory boolean, created_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT w.id, w.name, w.time_zone, w.shares_memory, w.created_at FROM workspace w ORDER BY w.created_at, w.id LIMIT 1
  $$;
  ${callableByApp('first_workspace()')}

  /* Resolved when called, because the job queue's schema is another library's. */
  CREATE FUNCTION enqueue_job(p_name text, p_payload jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM graphile_worker.add_job(p_name, payload => p_payload::json);
  END $$;
  ${callableByApp('enqueue_job(text, jsonb)')}
`);
