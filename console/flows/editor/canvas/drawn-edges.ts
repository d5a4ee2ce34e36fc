import type { DraftNode, Edge, FlowGraph } from '../../../../core/flow/graph.ts';
import { labelledExits } from '../graph/labelled-exits.ts';

/** Edges whose two ends are on the canvas: others are problems, listed and not drawn. */
export function drawnEdges(graph: FlowGraph): Edge[] {
  const exits = new Map(graph.nodes.map((node) => [node.id, exitHandles(node)]));
  return graph.edges.filter(
    ({ source, sourceHandle, target }) => exits.has(target) && exits.get(source)?.has(sourceHandle ?? ''),
  );
}

const handlesByNode = new WeakMap<DraftNode, ReadonlySet<string>>();

function exitHandles(node: DraftNode): ReadonlySet<string> {
  const known = handlesByNode.get(node);
  if (known) return known;
  const handles = new Set(labelledExits(node).map(({ handle }) => handle));
  handlesByNode.set(node, handles);
  return handles;
}
