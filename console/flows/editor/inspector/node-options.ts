import type { FlowGraph, NodeType } from '../../../../core/flow/graph.ts';
import { nodeCatalogue } from '../graph/node-catalogue.ts';
import { shortText } from '../graph/summarize-node.ts';

export interface NodeOption {
  readonly value: string;
  readonly label: string;
  readonly type: NodeType;
}

/** Every node as an entry of a list, told apart by type and text. */
export function nodeOptions(graph: FlowGraph): NodeOption[] {
  return graph.nodes.map((node) => ({
    value: node.id,
    label: `${nodeCatalogue[node.type].title}: ${shortText(node)}`,
    type: node.type,
  }));
}
