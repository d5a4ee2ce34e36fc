import { confine, id, sqlMigration } from './sql-migration.ts';

/** The columns that count ended and judged sessions, and the value each stands for. */
const endReasons = {
  visitor_left: 'visitorLeft',
  flow_finished: 'flowFinished',
  inactivity: 'inactivity',
  handed_off: 'handedOff',
  owner_closed: 'ownerClosed',
  failed: 'failed',
  limit_reached: 'limitReached',
};
const outcomes = {
  achieved: 'achieved',
  not_achieved: 'notAchieved',
  unclear: 'unclear',
  unjudged: 'unjudged',
  too_short: 'tooShort',
};
const counters = ['started', ...Object.keys(endReasons), ...Object.keys(outcomes)];
const isValue = (values: object, expression: string) =>
  Object.values(values).map((value) => `(${expression} IS NOT DISTINCT FROM '${value}')::integer`);

/**
 * What dashboards and funnels read: live sessions by the hour (UTC) in which they began, and how far they came by day.
 *
 * Deferred triggers count, at the commit. Then the log is whole, the rows of counters are locked for the
 * shortest time, an ordinary turn, which leaves the session's row alone, pays nothing, and no way of ending or judging
 * a session can forget to count. A `slot` spreads each counter over four rows, so that sessions that begin or end at
 * once seldom wait for each other; rows are locked in one order, so that they never wait in a circle.
 */
export const sessionCounters = sqlMigration(`
  CREATE TABLE session_rollup (
    workspace_id ${id} NOT NULL,
    deployment_id ${id} NOT NULL,
    hour timestamptz NOT NULL,
    version_number integer NOT NULL,
    mode text NOT NULL,
    slot smallint NOT NULL,
    ${counters.map((column) => `${column} integer NOT NULL`).join(', ')},
    PRIMARY KEY (deployment_id, hour, version_number, mode, slot)
  ) WITH (fillfactor = 50);
  CREATE INDEX session_rollup_hour ON session_rollup (workspace_id, hour);
  ${confine('session_rollup', 'SELECT, INSERT, UPDATE, DELETE')}

  CREATE TABLE node_rollup (
    workspace_id ${id} NOT NULL,
    version_id ${id} NOT NULL,
    day date NOT NULL,
    deployment_id ${id} NOT NULL,
    flow_id ${id} NOT NULL,
    node_id ${id} NOT NULL,
    slot smallint NOT NULL,
    entered integer NOT NULL,
    ended integer NOT NULL,
    PRIMARY KEY (version_id, day, deployment_id, flow_id, node_id, slot)
  ) WITH (fillfactor = 50);
  CREATE INDEX node_rollup_deployment ON node_rollup (deployment_id);
  ${confine('node_rollup', 'SELECT, INSERT, UPDATE, DELETE')}

  CREATE FUNCTION slot_of(p_session_id text) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (hashtext(p_session_id) & 3)::smallint
  $$;

  /* Adds p_change to the counters that are named; null names none. */
  CREATE FUNCTION count_session(s session, p_started boolean, p_end_reason text, p_outcome text, p_change integer)
  RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO session_rollup AS r (
      workspace_id, deployment_id, hour, version_number, mode, slot, ${counters.join(', ')})
    SELECT s.workspace_id, s.deployment_id, date_trunc('hour', s.started_at, 'UTC'), s.version_number, s.mode,
      slot_of(s.id), ${['p_started::integer', ...isValue(endReasons, 'p_end_reason'), ...isValue(outcomes, 'p_outcome')]
        .map((counter) => `p_change * ${counter}`)
        .join(', ')}
    ON CONFLICT (deployment_id, hour, version_number, mode, slot) DO UPDATE SET
      ${counters.map((column) => `${column} = r.${column} + excluded.${column}`).join(', ')};
  END $$;

  /* Each node once that the ended session entered, and the last of them as where it ended. */
  CREATE FUNCTION count_nodes(s session) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO node_rollup AS r (
      workspace_id, version_id, day, deployment_id, flow_id, node_id, slot, entered, ended)
    SELECT s.workspace_id, s.version_id, (s.started_at AT TIME ZONE 'UTC')::date, s.deployment_id,
      n.flow_id, n.node_id, slot_of(s.id), 1, (n.last_seq = max(n.last_seq) OVER ())::integer
    FROM (
      SELECT coalesce(payload ->> 'flowId', '') AS flow_id, payload ->> 'nodeId' AS node_id, max(seq) AS last_seq
      FROM session_event WHERE session_id = s.id AND type = 'nodeEntered' AND payload ? 'nodeId' GROUP BY 1, 2
    ) n
    ORDER BY n.flow_id COLLATE "C", n.node_id COLLATE "C"
    ON CONFLICT (version_id, day, deployment_id, flow_id, node_id, slot) DO UPDATE SET
      entered = r.entered + excluded.entered, ended = r.ended + excluded.ended;
  END $$;

  CREATE FUNCTION after_session_start() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM keep_session_words(NEW.id);
    IF NEW.kind = 'live' THEN
      PERFORM count_session(NEW, true, NEW.end_reason, NEW.outcome, 1);
      IF NEW.status = 'ended' THEN
        PERFORM count_nodes(NEW);
      END IF;
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER started AFTER INSERT ON session DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION after_session_start();

  CREATE FUNCTION after_session_end() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM keep_session_words(NEW.id);
    IF NEW.kind = 'live' THEN
      PERFORM count_session(NEW, false, NEW.end_reason, NULL, 1);
      PERFORM count_nodes(NEW);
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER ended AFTER UPDATE OF status ON session DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.status = 'active' AND NEW.status = 'ended') EXECUTE FUNCTION after_session_end();

  CREATE FUNCTION after_session_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM count_session(NEW, false, NULL, NEW.outcome, 1);
    IF OLD.outcome IS NOT NULL THEN
      PERFORM count_session(NEW, false, NULL, OLD.outcome, -1);
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER judged AFTER UPDATE OF outcome ON session DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.outcome IS DISTINCT FROM NEW.outcome AND NEW.kind = 'live')
    EXECUTE FUNCTION after_session_verdict();

  SELECT count_session(s, true, end_reason, outcome, 1) FROM session s WHERE kind = 'live';
  SELECT count_nodes(s) FROM session s WHERE kind = 'live' AND status = 'ended';
`);
