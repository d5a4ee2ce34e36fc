import { callableByApp, sqlMigration } from './sql-migration.ts';

/**
 * Work across all workspaces, with the owner's rights. Every function takes the time as a parameter. Turns are
 * committed several at a time in the order of their sessions: what locks rows of several sessions here takes them
 * in that order or passes over the locked ones, so that nobody waits in a circle.
 */
export const sweepFunctions = sqlMigration(`
  CREATE FUNCTION claim_effects(p_holder text, p_now timestamptz, p_until timestamptz, p_limit integer)
  RETURNS TABLE (session_id text, workspace_id text, payload jsonb, attempts integer)
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE effect e SET lease_holder = p_holder, lease_until = p_until, attempts = e.attempts + 1
    FROM (
      SELECT c.session_id, c.effect_id FROM effect c
      WHERE c.due_at <= p_now AND (c.lease_until IS NULL OR c.lease_until <= p_now)
      ORDER BY c.due_at LIMIT p_limit FOR UPDATE SKIP LOCKED
    ) free
    WHERE e.session_id = free.session_id AND e.effect_id = free.effect_id
    RETURNING e.session_id, e.workspace_id, e.payload, e.attempts
  $$;
  ${callableByApp('claim_effects(text, timestamptz, timestamptz, integer)')}

  CREATE FUNCTION renew_leases(p_holder text, p_until timestamptz, p_session_ids text[], p_effect_ids text[])
  RETURNS TABLE (session_id text, effect_id text)
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE effect e SET lease_until = p_until
    FROM (
      SELECT h.session_id, h.effect_id FROM effect h
      JOIN unnest(p_session_ids, p_effect_ids) AS named (session_id, effect_id)
        ON h.session_id = named.session_id AND h.effect_id = named.effect_id
      WHERE h.lease_holder = p_holder
      ORDER BY h.session_id, h.effect_id FOR UPDATE OF h
    ) held
    WHERE e.session_id = held.session_id AND e.effect_id = held.effect_id
    RETURNING e.session_id, e.effect_id
  $$;
  ${callableByApp('renew_leases(text, timestamptz, text[], text[])')}

  CREATE FUNCTION release_leases(p_holder text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE effect e SET lease_holder = NULL, lease_until = NULL
    FROM (
      SELECT h.session_id, h.effect_id FROM effect h WHERE h.lease_holder = p_holder
      ORDER BY h.session_id, h.effect_id FOR UPDATE
    ) held
    WHERE e.session_id = held.session_id AND e.effect_id = held.effect_id
  $$;
  ${callableByApp('release_leases(text)')}

  CREATE FUNCTION effect_backlog(p_now timestamptz) RETURNS TABLE (waiting integer, oldest_ms double precision)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(*)::integer,
      coalesce(extract(epoch FROM p_now - min(due_at) FILTER (WHERE due_at <= p_now)) * 1000, 0)::double precision
    FROM effect
  $$;
  ${callableByApp('effect_backlog(timestamptz)')}

  /* Turns move inactive_at and leave sweep_at behind; a session found early is put back to its present deadline. */
  CREATE FUNCTION inactive_sessions(p_now timestamptz, p_limit integer) RETURNS TABLE (id text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  #variable_conflict use_column
  BEGIN
    UPDATE session_state s SET sweep_at = s.inactive_at
    FROM (
      SELECT e.session_id FROM session_state e WHERE e.sweep_at <= p_now AND e.inactive_at > p_now
      FOR UPDATE SKIP LOCKED
    ) early
    WHERE s.session_id = early.session_id;
    RETURN QUERY SELECT s.session_id FROM session_state s
      WHERE s.sweep_at <= p_now AND s.inactive_at <= p_now ORDER BY s.sweep_at LIMIT p_limit;
  END $$;
  ${callableByApp('inactive_sessions(timestamptz, integer)')}

  CREATE FUNCTION due_ramps(p_now timestamptz, p_limit integer) RETURNS TABLE (workspace_id text, deployment_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT d.workspace_id, d.id FROM deployment d
    WHERE d.next_step_at <= p_now ORDER BY d.next_step_at LIMIT p_limit
  $$;
  ${callableByApp('due_ramps(timestamptz, integer)')}

  CREATE FUNCTION forget(p_attributes_before timestamptz, p_remembered_before timestamptz, p_limit integer)
  RETURNS integer
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH emptied AS (
      UPDATE rollout_decision SET attributes = NULL WHERE id IN (
        SELECT id FROM rollout_decision WHERE attributes IS NOT NULL AND at < p_attributes_before
        ORDER BY at LIMIT p_limit)
      RETURNING 1
    ), ended AS (
      DELETE FROM visit WHERE ctid IN (
        SELECT ctid FROM visit WHERE ends_at < p_remembered_before ORDER BY ends_at LIMIT p_limit)
        AND ends_at < p_remembered_before
      RETURNING 1
    ), replied AS (
      DELETE FROM idempotent_reply WHERE ctid IN (
        SELECT ctid FROM idempotent_reply WHERE at < p_remembered_before ORDER BY at LIMIT p_limit)
        AND at < p_remembered_before
      RETURNING 1
    )
    SELECT ((SELECT count(*) FROM emptied) + (SELECT count(*) FROM ended) + (SELECT count(*) FROM replied))::integer
  $$;
  ${callableByApp('forget(timestamptz, timestamptz, integer)')}
`);
