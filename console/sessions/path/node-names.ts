import type { VersionReply } from '../../../contract/flows.ts';
import type { FlowGraph } from '../../../core/flow/graph.ts';
import { summarizeNode } from '../../flows/editor/graph/summarize-node.ts';
import { nodeTypeWords } from '../../flows/node-type-words.ts';

/** A node as its author knows it. */
export interface NodeName {
  /** `Question`, `Message`… */
  readonly type: string;
  /** What it says or does, in one line; empty where there is nothing to say. */
  readonly summary: string;
  /** The subflow it belongs to. */
  readonly subflow: string | undefined;
}

/** Names every node of a version by its id and, inside a subflow, the subflow's. */
export function nodeNames({ graph, subflows }: Pick<VersionReply, 'graph' | 'subflows'>) {
  const flowName = (id: string) => subflows[id]?.name;
  const names = new Map<string, NodeName>(namesIn(graph, null, flowName));
  for (const [flowId, subflow] of Object.entries(subflows)) {
    for (const [key, name] of namesIn(subflow.graph, flowId, flowName)) names.set(key, name);
  }
  return (nodeId: string, flowId: string | null = null): NodeName | undefined => names.get(keyOf(nodeId, flowId));
}

type FlowName = (id: string) => string | undefined;

function namesIn(graph: FlowGraph, flowId: string | null, flowName: FlowName): [string, NodeName][] {
  const subflow = flowId === null ? undefined : flowName(flowId);
  return graph.nodes.map((node) => [
    keyOf(node.id, flowId),
    { type: nodeTypeWords[node.type], summary: summarizeNode(node, { flowName }), subflow },
  ]);
}

function keyOf(nodeId: string, flowId: string | null): string {
  return JSON.stringify([flowId, nodeId]);
}
