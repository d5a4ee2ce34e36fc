import type { Funnel } from '../../contract/dashboard.ts';
import { notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';
import { isDay } from './dashboard-span.ts';

/** How far the ended live sessions of a version came, node by node. */
export function readFunnel(
  ctx: Pick<Context, 'store'>,
  actor: Actor,
  asked: { flowId: string; number: number; deployment?: string; from?: string; to?: string },
): Promise<Funnel> {
  const { flowId, number, deployment, from, to } = asked;
  return ctx.store.read(actor.workspaceId, async (reader) => {
    const version = await reader.flows.findVersion(flowId, number);
    if (!version) throw notFound('version');
    if (deployment !== undefined && !(await reader.deployments.find(deployment))) throw notFound('deployment');
    const { sessions, nodes } = await reader.rollups.nodes({
      versionId: version.id,
      deployment,
      firstDay: from && dayOf(from, 0),
      lastDay: to && dayOf(to, -1),
    });
    return {
      sessions,
      nodes: nodes.map(({ ended, ...node }) => ({ ...node, left: node.entered - ended, endedHere: ended })),
    };
  });
}

/** The day in UTC of a day or of the instant so many milliseconds later. */
function dayOf(moment: string, laterMs: number): string {
  return isDay(moment) ? moment : new Date(Date.parse(moment) + laterMs).toISOString().slice(0, 10);
}
