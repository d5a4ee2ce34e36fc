import type { Funnel } from '../../contract/dashboard.ts';
import type { VersionReply } from '../../contract/flows.ts';

/** The nodes of a funnel, the most entered first; equally entered ones as they stand in the flow. */
export function inFlowOrder(nodes: Funnel['nodes'], { graph, subflows }: Pick<VersionReply, 'graph' | 'subflows'>) {
  const placeOf = ({ nodeId, flowId }: Funnel['nodes'][number]) =>
    (flowId === null ? graph : subflows[flowId]?.graph)?.nodes.findIndex(({ id }) => id === nodeId) ?? -1;
  return nodes
    .map((node) => ({ node, place: placeOf(node) }))
    .sort((one, other) => other.node.entered - one.node.entered || one.place - other.place)
    .map(({ node }) => node);
}
