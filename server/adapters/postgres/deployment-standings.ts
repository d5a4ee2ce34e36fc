import { sql } from 'kysely';
import type { DeploymentStanding } from '../../ports/store/deployment-store.ts';
import type { Confined } from './database.ts';

interface Row {
  id: string;
  subject_name: string | null;
  served_version: number | null;
  sessions: number;
  achieved: number;
  judged: number;
}

/** The version is resolved as `visit_context` does for a visitor. */
export async function deploymentStandings(
  { db, workspaceId }: Confined,
  ids: readonly string[],
  since: Date,
): Promise<DeploymentStanding[]> {
  const { rows } = await sql<Row>`
    SELECT d.id, coalesce(flow.name, twin.name) AS subject_name, served.number AS served_version,
      coalesce(counted.sessions, 0) AS sessions, coalesce(counted.achieved, 0) AS achieved,
      coalesce(counted.judged, 0) AS judged
    FROM deployment d
    JOIN deployment_revision current ON current.id = d.revision_id
    LEFT JOIN flow ON flow.id = d.subject_id
    LEFT JOIN twin ON twin.id = d.subject_id
    LEFT JOIN LATERAL (
      SELECT max(v.number) AS number FROM version v
      WHERE v.subject_id = d.subject_id AND (current.settings #>> '{versionPolicy,kind}' IS DISTINCT FROM 'pinned'
        OR v.number = (current.settings #>> '{versionPolicy,number}')::integer)
    ) served ON true
    LEFT JOIN (
      SELECT r.deployment_id, sum(r.started)::integer AS sessions, sum(r.achieved)::integer AS achieved,
        sum(r.achieved + r.not_achieved + r.unclear)::integer AS judged
      FROM session_rollup r
      WHERE r.deployment_id = ANY(${[...ids]}::text[]) AND r.hour >= date_trunc('hour', ${since}::timestamptz, 'UTC')
      GROUP BY r.deployment_id
    ) counted ON counted.deployment_id = d.id
    WHERE d.workspace_id = ${workspaceId} AND d.id = ANY(${[...ids]}::text[])`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    subjectName: row.subject_name,
    servedVersion: row.served_version,
    stats: { sessions: row.sessions, achieved: row.achieved, judged: row.judged },
  }));
}
