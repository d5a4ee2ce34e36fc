import { type RawBuilder, sql } from 'kysely';
import type { Mode } from '../../../core/session/session-event.ts';
import type { NodeTally, RollupReader, SessionRollup, SessionTally } from '../../ports/store/rollup-store.ts';
import type { SubjectKind } from '../../ports/store/subject-store.ts';
import type { Confined } from './database.ts';

export function rollupReader(confined: Confined): RollupReader {
  return {
    sessions: (span) => readSessions(confined, span),
    nodes: (span) => readNodes(confined, span),
  };
}

/** The columns that count, each under the name it has outside. */
const counters = {
  sessions: 'started',
  achieved: 'achieved',
  notAchieved: 'not_achieved',
  unclear: 'unclear',
  unjudged: 'unjudged',
  tooShort: 'too_short',
  visitorLeft: 'visitor_left',
  flowFinished: 'flow_finished',
  inactivity: 'inactivity',
  handedOff: 'handed_off',
  ownerClosed: 'owner_closed',
  failed: 'failed',
  limitReached: 'limit_reached',
} as const;

const sums = sql.join(Object.values(counters).map((column) => sql`sum(${sql.ref(column)}) AS ${sql.ref(column)}`));
const namedSums = sql.join(
  Object.entries(counters).map(([name, column]) => sql`sum(${sql.ref(column)})::integer AS ${sql.ref(name)}`),
);

type TallyColumns = Omit<SessionTally, 'endReasons'> & SessionTally['endReasons'];
interface Group extends TallyColumns {
  grouped: 'total' | 'day' | 'version' | 'mode';
  day: string;
  kind: SubjectKind;
  subject: string;
  name: string;
  number: number;
  mode: Mode;
}

/** Hours become days first; the few that remain are grouped in four ways, and only those groups are given names. */
async function readSessions(
  { db, workspaceId }: Confined,
  { from, to, deployment, timeZone }: Parameters<RollupReader['sessions']>[0],
): Promise<SessionRollup> {
  const { rows } = await sql<Group>`
    WITH daily AS (
      SELECT (r.hour AT TIME ZONE ${timeZone})::date AS day, r.deployment_id, r.version_number, r.mode, ${sums}
      FROM session_rollup r
      WHERE r.workspace_id = ${workspaceId} AND r.hour >= ${from} AND r.hour < ${to}
        ${only('r.deployment_id', deployment)}
      GROUP BY 1, 2, 3, 4
    ), counted AS (
      SELECT CASE grouping(day, mode, version_number)
          WHEN 3 THEN 'day' WHEN 5 THEN 'mode' WHEN 6 THEN 'version' ELSE 'total' END AS grouped,
        day, deployment_id, version_number, mode, ${sums}
      FROM daily GROUP BY GROUPING SETS ((), (day), (deployment_id, version_number), (mode))
    )
    SELECT grouped, to_char(day, 'YYYY-MM-DD') AS day, d.subject_kind AS kind, d.subject_id AS subject,
      coalesce(f.name, t.name, '') AS name, version_number AS number, mode, ${namedSums}
    FROM counted LEFT JOIN deployment d ON d.id = deployment_id
      LEFT JOIN flow f ON f.id = d.subject_id LEFT JOIN twin t ON t.id = d.subject_id
    GROUP BY 1, 2, 3, 4, 5, 6, 7
    ORDER BY grouped, day, number DESC, name, sum(started) DESC, mode`.execute(db);
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
