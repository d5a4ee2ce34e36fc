import type { FlowGraph } from '../../../../core/flow/graph.ts';
import { nodeSize } from '../graph/node-size.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

const margin = 48;
/** Below this, texts cannot be read. */
export const readableZoom = 0.55;
const usualZoom = 0.8;

/** Where one first looks: the whole flow where it can be read so, else where it begins, at the given zoom. */
export function openingView(graph: FlowGraph, canvas: Size, zoom = usualZoom): { x: number; y: number; zoom: number } {
  const boxes = graph.nodes.map((node) => ({ ...node.position, ...nodeSize(node) }));
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - left;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - top;
  const fitting = Math.min(1, (canvas.width - 2 * margin) / width, (canvas.height - 2 * margin) / height);
  if (fitting >= readableZoom) {
    const x = (canvas.width - width * fitting) / 2 - left * fitting;
    return { x, y: (canvas.height - height * fitting) / 2 - top * fitting, zoom: fitting };
  }
  const start = graph.nodes.find(({ type }) => type === 'start') ?? graph.nodes[0];
  if (!start) return { x: 0, y: 0, zoom: 1 };
  const middle = start.position.y + nodeSize(start).height / 2;
  return { x: margin - start.position.x * zoom, y: canvas.height / 2 - middle * zoom, zoom };
}
