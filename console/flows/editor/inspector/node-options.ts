import type { FlowGraph, NodeType } from '../../../../core/flow/graph.ts';
import { nodeCatalogue } from '../graph/node-catalogue.ts';
import { summarizeNode } from '../graph/summarize-node.ts';

export interface NodeOption {
  readonly value: string;
  readonly label: string;
  readonly type: NodeType;
}

const longestText = 60;

/** Every node as an entry of a list, told apart by type and text. */
export function nodeOptions(graph: FlowGraph): NodeOption[] {
  return graph.nodes.map((node) => {
    const text = summarizeNode(node) || node.id;
    const short = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
    return { value: node.id, label: `${nodeCatalogue[node.type].title}: ${short}`, type: node.type };
  });
}
