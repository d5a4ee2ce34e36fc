import { sql } from 'kysely';
import type { SubjectKind, SubjectReader } from '../../ports/store/subject-store.ts';
import type { Confined } from './database.ts';

type Use = Awaited<ReturnType<SubjectReader<string, unknown>['usesOf']>>[number];

/** The nodes that call a subject, as JSON paths. */
const callers = {
  flow: `'$.nodes[*] ? (@.type == "subflow" && @.data.flowId == $id)'`,
  twin: `'$.nodes[*] ? (@.type == "twin" && @.data.twinId == $id)'`,
};

/** Deployments of the subject, and other flows whose draft or newest version calls it. */
export async function usesOfSubject({ db, workspaceId }: Confined, kind: SubjectKind, id: string): Promise<Use[]> {
  const calls = (graph: string) =>
    sql`jsonb_path_exists(${sql.ref(graph)}, ${sql.raw(callers[kind])}, jsonb_build_object('id', ${id}::text))`;
  const { rows } = await sql<Use>`
    SELECT 'deployment' AS kind, id, name FROM deployment
    WHERE workspace_id = ${workspaceId} AND subject_kind = ${kind} AND subject_id = ${id}
    UNION ALL
    SELECT 'flow', flow.id, flow.name
    FROM flow LEFT JOIN LATERAL (
      SELECT content -> 'graph' AS graph FROM version WHERE subject_id = flow.id ORDER BY number DESC LIMIT 1
    ) newest ON true
    WHERE flow.workspace_id = ${workspaceId} AND flow.id <> ${id}
      AND (${calls('flow.draft_graph')} OR ${calls('newest.graph')})
    ORDER BY 1, 3, 2`.execute(db);
  return rows;
}
