import type { JsonValue } from '../../json.ts';
import { type FlowGraph, graphSchema, type NodeType } from '../graph.ts';

/** A node in short: type, data, and where its exits lead (`''` is the plain one). */
export interface NodeSketch {
  readonly type: NodeType;
  readonly data?: { readonly [field: string]: JsonValue };
  readonly exits?: Readonly<Record<string, string>>;
}

/** A graph of sketched nodes, by id. */
export function graphOf(
  nodes: Readonly<Record<string, NodeSketch>>,
  texts: Pick<FlowGraph, 'translations'> = {},
): FlowGraph {
  return graphSchema.parse({
    nodes: Object.entries(nodes).map(([id, { type, data = {} }]) => ({ id, type, position: { x: 0, y: 0 }, data })),
    edges: Object.entries(nodes).flatMap(([source, { exits = {} }]) =>
      Object.entries(exits).map(([handle, target]) => ({
        id: `${source}:${handle}`,
        source,
        target,
        ...(handle !== '' && { sourceHandle: handle }),
      })),
    ),
    ...texts,
  });
}
