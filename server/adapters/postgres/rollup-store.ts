import { type RawBuilder, sql } from 'kysely';
import type { Mode } from '../../../core/session/session-event.ts';
import type { NodeTally, RollupReader, SessionRollup, SessionTally } from '../../ports/store/rollup-store.ts';
import type { Confined } from './database.ts';

export function rollupReader(confined: Confined): RollupReader {
  return {
    sessions: (span) => readSessions(confined, span),
    nodes: (span) => readNodes(confined, span),
  };
}

const tally = sql`
  sum(started)::integer AS sessions, sum(achieved)::integer AS achieved, sum(not_achieved)::integer AS "notAchieved",
  sum(unclear)::integer AS unclear, sum(unjudged)::integer AS unjudged, sum(too_short)::integer AS "tooShort",
  sum(visitor_left)::integer AS "visitorLeft", sum(flow_finished)::integer AS "flowFinished",
  sum(inactivity)::integer AS inactivity, sum(handed_off)::integer AS "handedOff",
  sum(owner_closed)::integer AS "ownerClosed", sum(failed)::integer AS failed,
  sum(limit_reached)::integer AS "limitReached"`;

type TallyColumns = Omit<SessionTally, 'endReasons'> & SessionTally['endReasons'];
interface Group extends TallyColumns {
  grouped: 'total' | 'day' | 'version' | 'mode';
  day: string;
  kind: 'flow' | 'twin';
  subject: string;
  name: string;
  number: number;
  mode: Mode;
}

/** One pass over the counters gives all four groupings. */
async function readSessions(
  { db, workspaceId }: Confined,
  { from, to, deployment, timeZone }: Parameters<RollupReader['sessions']>[0],
): Promise<SessionRollup> {
  const { rows } = await sql<Group>`
    SELECT counted.*, coalesce(flow.name, '') AS name FROM (
      SELECT
        CASE grouping(day, mode, number) WHEN 3 THEN 'day' WHEN 5 THEN 'mode' WHEN 6 THEN 'version' ELSE 'total' END
          AS grouped, day, kind, subject, number, mode, ${tally}
      FROM (
        SELECT to_char(r.hour AT TIME ZONE ${timeZone}, 'YYYY-MM-DD') AS day, d.subject_kind AS kind,
          d.subject_id AS subject, r.version_number AS number, r.*
        FROM session_rollup r JOIN deployment d ON d.id = r.deployment_id
        WHERE r.workspace_id = ${workspaceId} AND r.hour >= ${from} AND r.hour < ${to}
          ${only('r.deployment_id', deployment)}
      ) hours
      GROUP BY GROUPING SETS ((), (day), (kind, subject, number), (mode))
    ) counted
    LEFT JOIN flow ON flow.id = counted.subject
    ORDER BY grouped, day, number DESC, name, sessions DESC, mode`.execute(db);
  const of = (grouped: Group['grouped']) => rows.filter((row) => row.grouped === grouped);
  return {
    total: presentTally(of('total')[0]),
    days: of('day').map((row) => ({ day: row.day, ...presentTally(row) })),
    versions: of('version').map((row) => ({
      subject: { kind: row.kind, id: row.subject, name: row.name },
      number: row.number,
      ...presentTally(row),
    })),
    modes: of('mode').map((row) => ({ mode: row.mode, ...presentTally(row) })),
  };
}

/** Sums over nothing are null. */
function presentTally(row: TallyColumns | undefined): SessionTally {
  return {
    sessions: row?.sessions ?? 0,
    achieved: row?.achieved ?? 0,
    notAchieved: row?.notAchieved ?? 0,
    unclear: row?.unclear ?? 0,
    unjudged: row?.unjudged ?? 0,
    tooShort: row?.tooShort ?? 0,
    endReasons: {
      visitorLeft: row?.visitorLeft ?? 0,
      flowFinished: row?.flowFinished ?? 0,
      inactivity: row?.inactivity ?? 0,
      handedOff: row?.handedOff ?? 0,
      ownerClosed: row?.ownerClosed ?? 0,
      failed: row?.failed ?? 0,
      limitReached: row?.limitReached ?? 0,
    },
  };
}

/** Every ended session ended at one node, so the sessions are the sum of those. */
async function readNodes(
  { db, workspaceId }: Confined,
  { versionId, firstDay, lastDay, deployment }: Parameters<RollupReader['nodes']>[0],
): Promise<{ sessions: number; nodes: NodeTally[] }> {
  const { rows } = await sql<NodeTally>`
    SELECT node_id AS "nodeId", nullif(flow_id, '') AS "flowId",
      sum(entered)::integer AS entered, sum(ended)::integer AS ended
    FROM node_rollup r
    WHERE r.workspace_id = ${workspaceId} AND r.version_id = ${versionId} ${only('r.deployment_id', deployment)}
      AND r.day >= coalesce(${firstDay ?? null}::date, '-infinity') AND r.day <= coalesce(${lastDay ?? null}::date, 'infinity')
    GROUP BY flow_id, node_id
    ORDER BY entered DESC, flow_id, node_id`.execute(db);
  return { sessions: rows.reduce((sum, { ended }) => sum + ended, 0), nodes: rows };
}

function only(column: string, value: string | undefined): RawBuilder<unknown> {
  return value === undefined ? sql`` : sql`AND ${sql.ref(column)} = ${value}`;
}
