import type { DraftNode, FlowGraph } from '../../../../core/flow/graph.ts';
import type { JsonValue } from '../../../../core/json.ts';
import { nodeCatalogue } from './node-catalogue.ts';

/** Nodes whose id, type or any text holds every word, in the order of the graph. No words find nothing. */
export function searchNodes(graph: FlowGraph, words: string): DraftNode[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  return graph.nodes.filter((node) => {
    const text = searchable(node);
    return wanted.every((word) => text.includes(word));
  });
}

function searchable(node: DraftNode): string {
  return [node.id, node.type, nodeCatalogue[node.type].title, ...textsOf(node.data)].join('\n').toLowerCase();
}

function textsOf(value: JsonValue): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
