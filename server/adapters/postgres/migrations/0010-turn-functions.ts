import { callableByApp, sqlMigration } from './sql-migration.ts';

/** The events of a turn and the work it asks for. Written into both functions that need it: a call costs more than it saves. */
const addEventsAndWork = `
        INSERT INTO session_event (session_id, seq, schema_version, at, workspace_id, type, client_message_id, payload)
        SELECT t.session_id, (e ->> 'seq')::integer, t.schema_version, (e ->> 'at')::timestamptz, p_workspace_id,
          e ->> 'type', e ->> 'clientMessageId', e - '{seq,at,type}'::text[]
        FROM jsonb_array_elements(t.events) e;
        IF t.effects IS NOT NULL THEN
          PERFORM add_effects(p_workspace_id, t);
        END IF;
        IF t.events @> '[{"type": "factLearned"}]' THEN
          PERFORM keep_facts(p_workspace_id, t);
        END IF;
        IF t.events @> '[{"type": "emailCollected"}]' THEN
          PERFORM keep_email(t);
        END IF;
        IF t.evaluate THEN
          PERFORM enqueue_evaluation(p_workspace_id, t.session_id);
        END IF;`;

/**
 * The hot path. `load_turn` and `accepted_seq` run with the owner's rights, because a session's id is all a visitor's
 * request names; the token is checked against the hash that `load_turn` returns. Writes are confined to the workspace.
 */
export const turnFunctions = sqlMigration(`
  /* What a turn writes, the first one included; the same fields as in written-turn.ts. */
  CREATE TYPE written_turn AS (
    session_id text, revision integer, client_message_id text, completed_id text, completed_holder text,
    state jsonb, status text, end_reason text, inactive_at timestamptz, token_expires_at timestamptz,
    messages integer, at timestamptz, schema_version smallint, events jsonb,
    effects jsonb, lease_holder text, lease_until timestamptz, evaluate boolean
  );

  CREATE FUNCTION load_turn(
    p_id text, OUT workspace_id text, OUT deployment_id text, OUT version_id text,
    OUT version_number integer, OUT kind text, OUT revision integer,
    OUT token_hash text, OUT token_expires_at timestamptz, OUT state jsonb)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    SELECT s.workspace_id, s.deployment_id, s.version_id, s.version_number, s.kind, t.revision,
      s.token_hash, s.token_expires_at, t.state
      INTO workspace_id, deployment_id, version_id, version_number, kind, revision,
      token_hash, token_expires_at, state
    FROM session s JOIN session_state t ON t.session_id = s.id WHERE s.id = p_id;
  END $$;
  ${callableByApp('load_turn(text)')}

  CREATE FUNCTION accepted_seq(p_session_id text, p_client_message_id text) RETURNS integer
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    RETURN (SELECT seq FROM session_event
      WHERE session_id = p_session_id AND client_message_id = p_client_message_id);
  END $$;
  ${callableByApp('accepted_seq(text, text)')}

  CREATE FUNCTION events_after(p_workspace_id text, p_session_id text, p_seq integer)
  RETURNS TABLE (seq integer, at timestamptz, type text, payload jsonb)
  LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM set_config('parley.workspace_id', p_workspace_id, true);
    RETURN QUERY SELECT e.seq, e.at, e.type, e.payload FROM session_event e
      WHERE e.session_id = p_session_id AND e.seq > p_seq AND e.workspace_id = p_workspace_id ORDER BY e.seq;
  END $$;

  /* A timer waits for nobody until it is due; any other effect starts under the lease of the node that made it. */
  CREATE FUNCTION add_effects(p_workspace_id text, t written_turn) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO effect (session_id, effect_id, workspace_id, due_at, lease_holder, lease_until, attempts, payload)
    SELECT t.session_id, e ->> 'id', p_workspace_id,
      t.at + coalesce((e ->> 'delayMs')::double precision, 0) * interval '1 millisecond',
      CASE WHEN e ? 'delayMs' THEN NULL ELSE t.lease_holder END,
      CASE WHEN e ? 'delayMs' THEN NULL ELSE t.lease_until END,
      CASE WHEN e ? 'delayMs' THEN 0 ELSE 1 END,
      e
    FROM jsonb_array_elements(t.effects) e;
  END $$;

  CREATE FUNCTION enqueue_evaluation(p_workspace_id text, p_session_id text) RETURNS void
  LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM enqueue_job(
      'evaluateSession', jsonb_build_object('workspaceId', p_workspace_id, 'sessionId', p_session_id));
  END $$;

  /* Why a turn found no state to write to. */
  CREATE FUNCTION refusal_of_turn(p_session_id text, p_client_message_id text, OUT kind text, OUT number integer)
  LANGUAGE plpgsql AS $$
  BEGIN
    SELECT 'repeated', seq INTO kind, number FROM session_event
    WHERE session_id = p_session_id AND client_message_id = p_client_message_id;
    IF kind IS NULL THEN
      SELECT 'stale', revision INTO kind, number FROM session_state WHERE session_id = p_session_id;
    END IF;
    kind := coalesce(kind, 'gone');
  END $$;

  /* One result for each turn, in order: 'committed' or why it was refused. A refused one has written nothing. */
  CREATE FUNCTION commit_turns(p_workspace_id text, p_turns jsonb) RETURNS TABLE (kind text, number integer)
  LANGUAGE plpgsql AS $$
  DECLARE
    t written_turn;
  BEGIN
    kind := set_config('parley.workspace_id', p_workspace_id, true);
    FOR t IN SELECT * FROM jsonb_populate_recordset(NULL::written_turn, p_turns) LOOP
      kind := NULL;
      number := NULL;
      IF t.completed_id IS NOT NULL THEN
        PERFORM FROM session_state WHERE session_id = t.session_id FOR UPDATE; -- before the effect, as everybody does
        PERFORM FROM effect
        WHERE session_id = t.session_id AND effect_id = t.completed_id AND lease_holder = t.completed_holder FOR UPDATE;
        IF NOT FOUND THEN
          kind := 'leaseLost';
          RETURN NEXT;
          CONTINUE;
        END IF;
      END IF;

      UPDATE session_state SET
        revision = t.revision + 1, state = t.state, message_count = message_count + t.messages,
        last_event_at = t.at, inactive_at = t.inactive_at,
        sweep_at = CASE WHEN t.status = 'active' THEN least(sweep_at, t.inactive_at) END
      WHERE session_id = t.session_id AND revision = t.revision;
      IF NOT FOUND THEN
        SELECT r.kind, r.number INTO kind, number FROM refusal_of_turn(t.session_id, t.client_message_id) r;
        RETURN NEXT;
        CONTINUE;
      END IF;
      IF t.status = 'ended' THEN
        UPDATE session SET
          status = t.status, end_reason = t.end_reason, ended_at = t.at, token_expires_at = t.token_expires_at
        WHERE id = t.session_id AND status = 'active';
      END IF;
      IF t.completed_id IS NOT NULL THEN
        DELETE FROM effect WHERE session_id = t.session_id AND effect_id = t.completed_id;
      END IF;
      ${addEventsAndWork}
      kind := 'committed';
      number := t.revision + 1;
      RETURN NEXT;
    END LOOP;
  END $$;

  CREATE FUNCTION person_of_session(p_workspace_id text, p_session_id text, p_token_hash text, OUT person_id text)
  LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM set_config('parley.workspace_id', p_workspace_id, true);
    SELECT s.person_id INTO person_id FROM session s WHERE s.id = p_session_id AND s.token_hash = p_token_hash;
  END $$;

  CREATE FUNCTION is_subject(p_person_id text) RETURNS boolean
  LANGUAGE plpgsql STABLE AS $$
  BEGIN
    RETURN EXISTS (SELECT FROM person_key WHERE person_id = p_person_id AND namespace = 'subject');
  END $$;

  /* What an anonymous person did becomes another's, and the anonymous person is no more. */
  CREATE FUNCTION join_person(p_from text, p_into text) RETURNS void
  LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE session SET person_id = p_into WHERE person_id = p_from;
    UPDATE person_key SET person_id = p_into WHERE person_id = p_from;
    UPDATE source SET person_id = p_into WHERE person_id = p_from;
    UPDATE fact SET person_id = p_into WHERE person_id = p_from;
    UPDATE person SET attributes = anonymous.attributes || person.attributes,
      email = coalesce(person.email, anonymous.email),
      created_at = least(person.created_at, anonymous.created_at)
    FROM person anonymous WHERE person.id = p_into AND anonymous.id = p_from;
    DELETE FROM person WHERE id = p_from;
  END $$;

  /*
   * Whose session it is: a subject keeps its person for good and takes in the anonymous one of an earlier session;
   * without a subject an anonymous earlier person goes on; else somebody new comes in.
   */
  CREATE FUNCTION person_of(
    p_workspace_id text, p_subject text, p_earlier text, p_unit_namespace text, p_unit_key text,
    p_new_id text, p_contact jsonb, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    anonymous_id text := CASE WHEN NOT is_subject(p_earlier) THEN p_earlier END;
    found_id text := coalesce(anonymous_id, p_new_id);
  BEGIN
    IF p_subject IS NOT NULL THEN
      INSERT INTO person_key AS k (workspace_id, namespace, key, unit_namespace, unit_key, person_id)
      VALUES (p_workspace_id, 'subject', p_subject, 'subject', p_subject, found_id)
      ON CONFLICT (workspace_id, namespace, key) DO UPDATE SET person_id = coalesce(k.person_id, excluded.person_id)
      RETURNING person_id INTO found_id;
    ELSIF p_unit_namespace = 'visitor' THEN
      INSERT INTO person_key (workspace_id, namespace, key, unit_namespace, unit_key, person_id)
      VALUES (p_workspace_id, 'visitor', p_unit_key, p_unit_namespace, p_unit_key, found_id)
      ON CONFLICT DO NOTHING;
    END IF;
    INSERT INTO person AS p (id, workspace_id, name, email, attributes, created_at, last_seen_at)
    VALUES (found_id, p_workspace_id, p_contact ->> 'name', p_contact ->> 'email', p_contact, p_at, p_at)
    ON CONFLICT (id) DO UPDATE SET
      name = coalesce(excluded.name, p.name), email = coalesce(excluded.email, p.email),
      attributes = p.attributes || excluded.attributes, last_seen_at = greatest(p.last_seen_at, p_at);
    IF anonymous_id <> found_id THEN
      PERFORM join_person(anonymous_id, found_id);
    END IF;
    RETURN found_id;
  END $$;

  CREATE FUNCTION start_session(
    p_workspace_id text, p_deployment_id text, p_deployment_revision_id text, p_version_id text,
    p_decision_id text, p_subject text, p_earlier text, p_unit_namespace text, p_unit_key text,
    p_new_person_id text, p_contact jsonb, p_kind text, p_mode text, p_language text, p_token_hash text,
    p_turn jsonb)
  RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    t written_turn := jsonb_populate_record(NULL::written_turn, p_turn);
  BEGIN
    PERFORM set_config('parley.workspace_id', p_workspace_id, true);
    INSERT INTO session (
      id, workspace_id, deployment_id, deployment_revision_id, version_id, version_number, decision_id, person_id,
      unit_namespace, unit_key, kind, mode, language, token_hash, token_expires_at,
      started_at, ended_at, status, end_reason)
    VALUES (
      t.session_id, p_workspace_id, p_deployment_id, p_deployment_revision_id, p_version_id,
      (SELECT number FROM version WHERE id = p_version_id), p_decision_id,
      person_of(
        p_workspace_id, p_subject, p_earlier, p_unit_namespace, p_unit_key, p_new_person_id, p_contact, t.at),
      p_unit_namespace, p_unit_key, p_kind, p_mode, p_language, p_token_hash, t.token_expires_at,
      t.at, CASE WHEN t.status = 'ended' THEN t.at END, t.status, t.end_reason);
    INSERT INTO session_state (
      session_id, workspace_id, revision, message_count, last_event_at, inactive_at, sweep_at, state)
    VALUES (t.session_id, p_workspace_id, 0, t.messages, t.at, t.inactive_at, t.inactive_at, t.state);
    ${addEventsAndWork}
  END $$;
`);
