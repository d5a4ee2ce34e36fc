import type { Edge as CanvasEdge, Node as CanvasNode } from '@xyflow/react';
import type { DraftNode, Edge, FlowGraph } from '../../../../core/flow/graph.ts';
import type { Selection } from '../editor-store.ts';
import { nodeSize } from '../graph/node-size.ts';
import { linkKey, type TestPath } from '../test-run/test-run.ts';
import { drawnEdges } from './drawn-edges.ts';
import { toHandle } from './exit-handles.ts';

export interface CardData extends Record<string, unknown> {
  readonly node: DraftNode;
  readonly problems: number;
  /** What a test run shows of the node. */
  readonly mark: 'live' | 'visited' | 'none';
}
export type Card = CanvasNode<CardData, 'card'>;

/** What is drawn over a graph. */
export interface CanvasMarks {
  readonly selection: Selection;
  readonly problemsByNode: ReadonlyMap<string, number>;
  readonly path: TestPath | null;
}

/**
 * Draws graphs for React Flow, one after the other: a card or a line that looks as before is the very same object, so
 * that a drag among 500 nodes draws one of them again.
 */
export function canvasElements(): (graph: FlowGraph, marks: CanvasMarks) => { nodes: Card[]; edges: CanvasEdge[] } {
  let cards = new Map<string, Card>();
  let lines = new Map<string, CanvasEdge>();
  return (graph, marks) => {
    const nodes = graph.nodes.map((node) => cardOf(node, marks, cards.get(node.id)));
    const edges = drawnEdges(graph).map((edge) => lineOf(edge, marks, lines.get(edge.id)));
    cards = new Map(nodes.map((card) => [card.id, card]));
    lines = new Map(edges.map((line) => [line.id, line]));
    return { nodes, edges };
  };
}

function cardOf(node: DraftNode, marks: CanvasMarks, before: Card | undefined): Card {
  const problems = marks.problemsByNode.get(node.id) ?? 0;
  const mark = markOf(node.id, marks.path);
  const selected = marks.selection.nodes.has(node.id);
  const looksSame =
    before?.data.node === node &&
    before.selected === selected &&
    before.data.problems === problems &&
    before.data.mark === mark;
  if (looksSame) return before;
  const size = before?.data.node.data === node.data ? before.measured : nodeSize(node);
  return {
    id: node.id,
    type: 'card',
    position: node.position,
    selected,
    measured: size,
    style: { width: size?.width, height: size?.height },
    data: { node, problems, mark },
  };
}

function markOf(nodeId: string, path: TestPath | null): CardData['mark'] {
  if (path?.live === nodeId) return 'live';
  return path?.nodes.has(nodeId) ? 'visited' : 'none';
}

function lineOf(
  { id, source, sourceHandle, target }: Edge,
  marks: CanvasMarks,
  before: CanvasEdge | undefined,
): CanvasEdge {
  const selected = marks.selection.edges.has(id);
  const className = marks.path?.links.has(linkKey(source, target)) ? 'is-visited' : '';
  const handle = toHandle(sourceHandle ?? '');
  const looksSame =
    before?.selected === selected &&
    before.className === className &&
    before.source === source &&
    before.target === target &&
    before.sourceHandle === handle;
  return looksSame ? before : { id, source, sourceHandle: handle, target, selected, className };
}
