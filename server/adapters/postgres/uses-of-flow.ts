import { sql } from 'kysely';
import type { FlowReader } from '../../ports/store/flow-store.ts';
import type { Confined } from './database.ts';

type Use = Awaited<ReturnType<FlowReader['usesOf']>>[number];

const callsFlow = `'$.nodes[*] ? (@.type == "subflow" && @.data.flowId == $id)'`;

/** Deployments of the flow, and other flows whose draft or newest version calls it as a subflow. */
export async function usesOfFlow({ db, workspaceId }: Confined, flowId: string): Promise<Use[]> {
  const calls = (graph: string) =>
    sql`jsonb_path_exists(${sql.ref(graph)}, ${sql.raw(callsFlow)}, jsonb_build_object('id', ${flowId}::text))`;
  const { rows } = await sql<Use>`
    SELECT 'deployment' AS kind, id, name FROM deployment
    WHERE workspace_id = ${workspaceId} AND subject_kind = 'flow' AND subject_id = ${flowId}
    UNION ALL
    SELECT 'flow', flow.id, flow.name
    FROM flow LEFT JOIN LATERAL (
      SELECT content -> 'graph' AS graph FROM version WHERE subject_id = flow.id ORDER BY number DESC LIMIT 1
    ) newest ON true
    WHERE flow.workspace_id = ${workspaceId} AND flow.id <> ${flowId}
      AND (${calls('flow.draft_graph')} OR ${calls('newest.graph')})
    ORDER BY 1, 3, 2`.execute(db);
  return rows;
}
