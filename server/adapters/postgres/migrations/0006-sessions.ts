import { confine, id, immutable, sqlMigration } from './sql-migration.ts';

/**
 * A turn writes a session's state and its events, so both are kept cheap. The state is a narrow row of its own: a turn
 * opens none of the many indexes of `session`, which changes only when it ends or is judged, and no indexed column of
 * the state changes in a turn (the free space on each page then holds the new row, without touching an index). Events
 * have two indexes; states, events and effects have no foreign keys (each would lock the session's row).
 * `sweep_at` is when the inactivity sweep looks next: it lags behind `inactive_at`, and the sweep moves it on.
 */
export const sessions = sqlMigration(`
  CREATE TABLE session (
    id ${id} PRIMARY KEY,
    workspace_id ${id} NOT NULL,
    deployment_id ${id} NOT NULL REFERENCES deployment,
    deployment_revision_id ${id} NOT NULL,
    version_id ${id} NOT NULL,
    version_number integer NOT NULL,
    decision_id ${id},
    person_id ${id} REFERENCES person,
    unit_namespace text NOT NULL,
    unit_key ${id} NOT NULL,
    kind text NOT NULL,
    mode text NOT NULL,
    language text NOT NULL,
    token_hash text NOT NULL,
    token_expires_at timestamptz,
    started_at timestamptz NOT NULL,
    ended_at timestamptz,
    status text NOT NULL,
    end_reason text,
    outcome text
  );
  CREATE INDEX session_newest ON session (workspace_id, started_at DESC, id DESC);
  CREATE INDEX session_deployment ON session (deployment_id, started_at DESC, id DESC);
  CREATE INDEX session_unit ON session (workspace_id, unit_key, started_at DESC, id DESC);
  CREATE INDEX session_person ON session (person_id, started_at DESC, id DESC);
  CREATE INDEX session_decision ON session (decision_id);
  CREATE INDEX session_active ON session (workspace_id, started_at DESC, id DESC) WHERE status = 'active';
  CREATE INDEX session_outcome ON session (workspace_id, outcome, started_at DESC, id DESC) WHERE outcome IS NOT NULL;
  ${confine('session', 'SELECT, INSERT, UPDATE, DELETE')}

  CREATE TABLE session_state (
    session_id ${id} PRIMARY KEY,
    workspace_id ${id} NOT NULL,
    revision integer NOT NULL,
    message_count integer NOT NULL,
    last_event_at timestamptz NOT NULL,
    inactive_at timestamptz,
    sweep_at timestamptz,
    state jsonb NOT NULL
  ) WITH (fillfactor = 50);
  CREATE INDEX session_state_sweep ON session_state (sweep_at) WHERE sweep_at IS NOT NULL;
  ${confine('session_state', 'SELECT, INSERT, UPDATE, DELETE')}

  CREATE TABLE session_event (
    session_id ${id} NOT NULL,
    seq integer NOT NULL,
    schema_version smallint NOT NULL,
    at timestamptz NOT NULL,
    workspace_id ${id} NOT NULL,
    type text NOT NULL,
    client_message_id ${id},
    payload jsonb NOT NULL,
    PRIMARY KEY (session_id, seq)
  );
  CREATE UNIQUE INDEX session_event_client_message ON session_event (session_id, client_message_id)
    WHERE client_message_id IS NOT NULL;
  ${confine('session_event', 'SELECT, INSERT, DELETE')}
  ${immutable('session_event', { column: 'payload', emptied: "'{}'::jsonb" })}

  CREATE TABLE effect (
    session_id ${id} NOT NULL,
    effect_id ${id} NOT NULL,
    workspace_id ${id} NOT NULL,
    due_at timestamptz NOT NULL,
    lease_holder text,
    lease_until timestamptz,
    attempts integer NOT NULL,
    payload jsonb NOT NULL,
    PRIMARY KEY (session_id, effect_id)
  ) WITH (fillfactor = 70);
  CREATE INDEX effect_due ON effect (due_at);
  ${confine('effect', 'SELECT, INSERT, UPDATE, DELETE')}

  CREATE TABLE evaluation (
    session_id ${id} PRIMARY KEY REFERENCES session ON DELETE CASCADE,
    workspace_id ${id} NOT NULL REFERENCES workspace,
    outcome text NOT NULL,
    reason text NOT NULL,
    judged_by text NOT NULL,
    at timestamptz NOT NULL
  );
  ${confine('evaluation', 'SELECT, INSERT, UPDATE, DELETE')}
`);
