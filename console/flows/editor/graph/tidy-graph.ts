import { Graph, layout } from '@dagrejs/dagre';
import type { FlowGraph } from '../../../../core/flow/graph.ts';
import { moveNodes } from './edit-graph.ts';
import { labelledExits } from './labelled-exits.ts';
import { nodeSize } from './node-size.ts';
import { textIn } from './read-data.ts';

/** Lays the nodes out from left to right, the way conversations run, branches in the order of their exits. */
export function tidyGraph(graph: FlowGraph): FlowGraph {
  const drawing = new Graph({ multigraph: true });
  drawing.setGraph({ rankdir: 'LR', nodesep: 36, ranksep: 90 });
  drawing.setDefaultEdgeLabel(() => ({}));
  for (const node of graph.nodes) drawing.setNode(node.id, { ...nodeSize(node) });
  for (const [source, target] of linksOf(graph)) drawing.setEdge(source, target, {}, `${source}>${target}`);
  layout(drawing);
  const places = graph.nodes.map((node) => {
    const { width, height } = nodeSize(node);
    const { x = 0, y = 0 } = drawing.node(node.id);
    return [node.id, { x: x - width / 2, y: y - height / 2 }] as const;
  });
  return moveNodes(graph, new Map(places));
}

/** Whether some node lies upon another, as when the API made the flow without places. */
export function hasOverlaps(graph: FlowGraph): boolean {
  const boxes = graph.nodes.map((node) => ({ ...node.position, ...nodeSize(node) })).sort((a, b) => a.x - b.x);
  return boxes.some((box, index) => {
    for (let other = index + 1; other < boxes.length; other += 1) {
      const next = boxes[other];
      if (!next || next.x >= box.x + box.width) return false;
      if (next.y < box.y + box.height && box.y < next.y + next.height) return true;
    }
    return false;
  });
}

/** Who leads to whom, in the order of the exits; jumps count. */
function linksOf(graph: FlowGraph): [string, string][] {
  const ids = new Set(graph.nodes.map(({ id }) => id));
  const targets = new Map(
    graph.edges.map((edge) => [JSON.stringify([edge.source, edge.sourceHandle ?? '']), edge.target]),
  );
  return graph.nodes.flatMap((node) => {
    const exits = labelledExits(node).map(({ handle }) => targets.get(JSON.stringify([node.id, handle])));
    const jump = node.type === 'jump' ? [textIn(node.data.nodeId)] : [];
    return [...exits, ...jump]
      .filter((target) => target !== undefined && ids.has(target))
      .map((target): [string, string] => [node.id, target ?? '']);
  });
}
