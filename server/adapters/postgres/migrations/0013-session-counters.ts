import { callableByApp, confine, id, sqlMigration } from './sql-migration.ts';

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
const is = (value: string, expression: string) => `(${expression} IS NOT DISTINCT FROM '${value}')::integer`;
const isEndReason = Object.values(endReasons).map((value) => is(value, 'p_end_reason'));
const isOutcome = Object.values(outcomes).map((value) => `${is(value, 'p_outcome')} - ${is(value, 'p_former')}`);

const session = {
  table: 'session_rollup',
  key: 'deployment_id, hour, version_number, mode',
  counters: ['started', ...Object.keys(endReasons), ...Object.keys(outcomes)],
};
const node = {
  table: 'node_rollup',
  key: 'version_id, day, deployment_id, flow_id, node_id',
  counters: ['entered', 'ended'],
};
const columnsOf = ({ counters }: typeof session) => counters.map((column) => `${column} integer NOT NULL`).join(', ');

/** Adds the fresh rows of a table, of which there may be many for one key, to the merged row of their key. */
const merge = ({ table, key, counters }: typeof session) => `
    WITH fresh AS (
      DELETE FROM ${table} WHERE ctid IN (
        SELECT ctid FROM ${table} WHERE NOT merged AND deployment_id = ANY(held) LIMIT p_limit FOR UPDATE SKIP LOCKED)
      RETURNING *
    ), summed AS (
      INSERT INTO ${table} AS r (workspace_id, ${key}, merged, ${counters.join(', ')})
      SELECT workspace_id, ${key}, true, ${counters.map((column) => `sum(${column})`).join(', ')}
      FROM fresh GROUP BY workspace_id, ${key} ORDER BY ${key}
      ON CONFLICT (${key}) WHERE merged DO UPDATE SET
        ${counters.map((column) => `${column} = r.${column} + excluded.${column}`).join(', ')}
    )
    SELECT merges + count(*) INTO merges FROM fresh;`;

/**
 * What dashboards and funnels read: live sessions by the hour (UTC) in which they began, and how far they came by day.
 *
 * Deferred triggers count, at the commit. Then the log is whole, an ordinary turn, which leaves the session's row
 * alone, pays nothing, and no way of ending or judging a session can forget to count. They only add rows, so that
 * sessions that begin or end at once never wait for each other; readers sum, and `merge_counters` keeps that cheap.
 */
export const sessionCounters = sqlMigration(`
  CREATE TABLE session_rollup (
    workspace_id ${id} NOT NULL,
    deployment_id ${id} NOT NULL,
    hour timestamptz NOT NULL,
    version_number integer NOT NULL,
    mode text NOT NULL,
    merged boolean NOT NULL DEFAULT false,
    ${columnsOf(session)}
  ) WITH (fillfactor = 70);
  CREATE UNIQUE INDEX session_rollup_merged ON session_rollup (${session.key}) WHERE merged;
  CREATE INDEX session_rollup_fresh ON session_rollup (deployment_id) WHERE NOT merged;
  CREATE INDEX session_rollup_hour ON session_rollup (workspace_id, hour);
  CREATE INDEX session_rollup_deployment ON session_rollup (deployment_id, hour);
  ${confine('session_rollup', 'SELECT, INSERT, DELETE')}

  CREATE TABLE node_rollup (
    workspace_id ${id} NOT NULL,
    version_id ${id} NOT NULL,
    day date NOT NULL,
    deployment_id ${id} NOT NULL,
    flow_id ${id} NOT NULL,
    node_id ${id} NOT NULL,
    merged boolean NOT NULL DEFAULT false,
    ${columnsOf(node)}
  ) WITH (fillfactor = 70);
  CREATE UNIQUE INDEX node_rollup_merged ON node_rollup (${node.key}) WHERE merged;
  CREATE INDEX node_rollup_fresh ON node_rollup (deployment_id) WHERE NOT merged;
  CREATE INDEX node_rollup_version ON node_rollup (version_id, day);
  CREATE INDEX node_rollup_deployment ON node_rollup (deployment_id);
  ${confine('node_rollup', 'SELECT, INSERT, DELETE')}

  /*
   * Across all workspaces. Rows that another node is merging are left to it. The deployments are held meanwhile,
   * so that none is deleted and leaves behind what it did not see.
   */
  CREATE FUNCTION merge_counters(p_limit integer, OUT merges integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    held text[];
  BEGIN
    merges := 0;
    SELECT array_agg(d.id) INTO held FROM (
      SELECT id FROM deployment
      WHERE id IN (SELECT deployment_id FROM session_rollup WHERE NOT merged
        UNION SELECT deployment_id FROM node_rollup WHERE NOT merged)
      ORDER BY id FOR KEY SHARE
    ) d;
    ${merge(session)}
    ${merge(node)}
  END $$;
  ${callableByApp('merge_counters(integer)')}

  /* Counts what is named; null names nothing. The former outcome no longer counts. */
  CREATE FUNCTION count_session(s session, p_started boolean, p_end_reason text, p_outcome text, p_former text)
  RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO session_rollup (workspace_id, ${session.key}, ${session.counters.join(', ')})
    VALUES (s.workspace_id, s.deployment_id, date_trunc('hour', s.started_at, 'UTC'), s.version_number, s.mode,
      ${['p_started::integer', ...isEndReason, ...isOutcome].join(', ')});
  END $$;

  /* Each node once that the ended session entered, and the last of them as where it ended. */
  CREATE FUNCTION count_nodes(s session) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO node_rollup (workspace_id, ${node.key}, ${node.counters.join(', ')})
    SELECT s.workspace_id, s.version_id, (s.started_at AT TIME ZONE 'UTC')::date, s.deployment_id,
      n.flow_id, n.node_id, 1, (n.last_seq = max(n.last_seq) OVER ())::integer
    FROM (
      SELECT coalesce(payload ->> 'flowId', '') AS flow_id, payload ->> 'nodeId' AS node_id, max(seq) AS last_seq
      FROM session_event WHERE session_id = s.id AND type = 'nodeEntered' AND payload ? 'nodeId' GROUP BY 1, 2
    ) n;
  END $$;

  CREATE FUNCTION after_session_start() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM keep_session_words(NEW.id);
    IF NEW.kind = 'live' THEN
      PERFORM count_session(NEW, true, NEW.end_reason, NEW.outcome, NULL);
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
      PERFORM count_session(NEW, false, NEW.end_reason, NULL, NULL);
      PERFORM count_nodes(NEW);
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER ended AFTER UPDATE OF status ON session DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.status = 'active' AND NEW.status = 'ended') EXECUTE FUNCTION after_session_end();

  CREATE FUNCTION after_session_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM count_session(NEW, false, NULL, NEW.outcome, OLD.outcome);
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER judged AFTER UPDATE OF outcome ON session DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.outcome IS DISTINCT FROM NEW.outcome AND NEW.kind = 'live')
    EXECUTE FUNCTION after_session_verdict();

  SELECT count_session(s, true, end_reason, outcome, NULL) FROM session s WHERE kind = 'live';
  SELECT count_nodes(s) FROM session s WHERE kind = 'live' AND status = 'ended';
`);
