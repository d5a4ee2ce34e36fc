import type { DraftNode, Edge, NodeType } from '../../core/flow/graph.ts';

const columnWidth = 340;
const rowHeight = 190;

/** A node in a cell of the canvas: columns run with the conversation, rows hold its branches. */
export function place(
  id: string,
  type: NodeType,
  [column, row]: readonly [column: number, row: number],
  data: DraftNode['data'] = {},
): DraftNode {
  return { id, type, position: { x: column * columnWidth, y: row * rowHeight }, data };
}

/** Edges by the plain exit, each node to the next. */
export function chain(...ids: readonly string[]): Edge[] {
  return ids.slice(1).map((target, index) => connect(ids[index] ?? '', target));
}

/** Edges by named exits of one node: handle to target. */
export function exits(source: string, targets: Readonly<Record<string, string>>): Edge[] {
  return Object.entries(targets).map(([handle, target]) => connect(source, target, handle));
}

function connect(source: string, target: string, sourceHandle?: string): Edge {
  const id = sourceHandle === undefined ? `${source}-${target}` : `${source}-${sourceHandle}-${target}`;
  return { id, source, target, ...(sourceHandle !== undefined && { sourceHandle }) };
}
