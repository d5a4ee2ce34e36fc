import type { DraftNode, FlowGraph, NodeType } from '../../../../core/flow/graph.ts';
import type { Point } from './edit-graph.ts';
import { nodeCatalogue } from './node-catalogue.ts';
import { textIn } from './read-data.ts';

/** Makes ids; what calls the editor brings chance along. */
export type NewId = (prefix: string) => string;

/** A node of a type with its first data, at a place, with a variable of its own where it keeps one. */
export function newNode(graph: FlowGraph, type: NodeType, position: Point, newId: NewId): DraftNode {
  const { initialData } = nodeCatalogue[type];
  const place = { x: Math.round(position.x), y: Math.round(position.y) };
  const own = Object.fromEntries(
    variableFields
      .filter((field) => field in initialData)
      .map((field) => [field, freeVariable(graph, textIn(initialData[field]))]),
  );
  return { id: newId(type), type, position: place, data: { ...structuredClone(initialData), ...own } };
}

const variableFields = ['variable', 'saveAs'];

/** The name itself, or with the first number that makes it one that no node keeps a value under. */
function freeVariable(graph: FlowGraph, name: string): string {
  const taken = new Set(graph.nodes.flatMap(({ data }) => variableFields.map((field) => data[field])));
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name : `${name}${count}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Short, and different on two people's screens, so that merging their drafts never takes one's node for the other's. */
export function randomId(prefix: string): string {
  return `${prefix}-${crypto.randomUUID().replaceAll('-', '').slice(0, 8)}`;
}
