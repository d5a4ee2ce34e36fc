import type { Edge as CanvasEdge, Node as CanvasNode } from '@xyflow/react';
import type { DraftNode, Edge, FlowGraph } from '../../../core/flow/graph.ts';
import { drawnEdges } from '../editor/canvas/drawn-edges.ts';
import { toHandle } from '../editor/canvas/exit-handles.ts';
import { nodeSize } from '../editor/graph/node-size.ts';
import type { DrawingMarks, EdgeMark, NodeMark } from './drawing-marks.ts';

export interface DrawnCardData extends Record<string, unknown> {
  readonly node: DraftNode;
  readonly summary: string;
  readonly mark: NodeMark;
}
export type DrawnCard = CanvasNode<DrawnCardData, 'card'>;

const plain = { tone: 'plain' } as const;

/** A flow and what is said of it as React Flow takes it. */
export function drawnElements(
  graph: FlowGraph,
  marks: DrawingMarks,
  summaryOf: (node: DraftNode) => string,
): { nodes: DrawnCard[]; edges: CanvasEdge[] } {
  return {
    nodes: graph.nodes.map((node) => {
      const size = nodeSize(node);
      return {
        id: node.id,
        type: 'card',
        position: node.position,
        measured: size,
        style: { ...size },
        data: { node, summary: summaryOf(node), mark: marks.nodes.get(node.id) ?? plain },
      };
    }),
    edges: drawnEdges(graph).map((edge) => lineOf(edge, marks.edges.get(edge.id) ?? plain)),
  };
}

/** What matters lies above what does not. */
function lineOf({ id, source, sourceHandle, target }: Edge, { tone, width, label }: EdgeMark): CanvasEdge {
  return {
    id,
    source,
    sourceHandle: toHandle(sourceHandle ?? ''),
    target,
    className: edgeClasses[tone],
    zIndex: tone === 'strong' ? 1 : 0,
    ...(width !== undefined && { style: { strokeWidth: width } }),
    ...(label !== undefined && { label, labelShowBg: true, labelBgPadding: [6, 3], labelBgBorderRadius: 8 }),
  };
}

const edgeClasses = { plain: '', faint: 'is-faint', strong: 'is-visited' } as const;
