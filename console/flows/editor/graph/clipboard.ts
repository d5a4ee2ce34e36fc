import * as z from 'zod/mini';
import { type DraftNode, draftNodeSchema, type Edge, edgeSchema, type FlowGraph } from '../../../../core/flow/graph.ts';
import { edgeId, type Point } from './edit-graph.ts';
import type { NewId } from './new-node.ts';
import { textIn } from './read-data.ts';

const textsSchema = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.string())));
const fragmentSchema = z.object({
  parley: z.literal('nodes'),
  nodes: z.array(draftNodeSchema),
  edges: z.array(edgeSchema),
  translations: z.optional(textsSchema),
});
/** Nodes cut out of a flow, with the edges between them: what travels over the clipboard, to another flow too. */
export type Fragment = z.infer<typeof fragmentSchema>;

/** The nodes with these ids; null where there is nothing to copy. A flow keeps its start to itself. */
export function copyNodes(graph: FlowGraph, ids: ReadonlySet<string>): Fragment | null {
  const nodes = graph.nodes.filter(({ id, type }) => ids.has(id) && type !== 'start');
  if (nodes.length === 0) return null;
  const copied = new Set(nodes.map(({ id }) => id));
  const edges = graph.edges.filter(({ source, target }) => copied.has(source) && copied.has(target));
  const languages = Object.entries(graph.translations ?? {}).map(
    ([language, texts]) =>
      [language, Object.fromEntries(Object.entries(texts).filter(([id]) => copied.has(id)))] as const,
  );
  return { parley: 'nodes', nodes, edges, translations: Object.fromEntries(languages) };
}

/** What a clipboard's text holds; null where it is none of ours. */
export function readFragment(text: string): Fragment | null {
  try {
    const parsed = fragmentSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/**
 * Adds a fragment, its upper left corner at the place, under ids of its own. Jumps within it stay within it, and
 * translations come along for languages that the flow has.
 */
export function pasteNodes(
  graph: FlowGraph,
  fragment: Fragment,
  at: Point,
  newId: NewId,
): { graph: FlowGraph; ids: string[] } {
  const pastable = fragment.nodes.filter(({ type }) => type !== 'start');
  const ids = new Map(pastable.map(({ id, type }) => [id, newId(type)]));
  const corner = {
    x: Math.min(...pastable.map(({ position }) => position.x)),
    y: Math.min(...pastable.map(({ position }) => position.y)),
  };
  const nodes = pastable.map((node) => pastedNode(node, ids, { x: at.x - corner.x, y: at.y - corner.y }));
  const edges = fragment.edges.flatMap((edge) => pastedEdge(edge, ids));
  const pasted = { ...graph, nodes: [...graph.nodes, ...nodes], edges: [...graph.edges, ...edges] };
  return { graph: pastedTexts(pasted, fragment, ids), ids: [...ids.values()] };
}

function pastedNode(node: DraftNode, ids: ReadonlyMap<string, string>, by: Point): DraftNode {
  const { id, position, data } = node;
  const target = node.type === 'jump' ? ids.get(textIn(data.nodeId)) : undefined;
  return {
    ...node,
    id: ids.get(id) ?? id,
    position: { x: Math.round(position.x + by.x), y: Math.round(position.y + by.y) },
    data: target === undefined ? data : { ...data, nodeId: target },
  };
}

function pastedEdge(edge: Edge, ids: ReadonlyMap<string, string>): Edge[] {
  const [source, target] = [ids.get(edge.source), ids.get(edge.target)];
  if (source === undefined || target === undefined) return [];
  return [{ ...edge, id: edgeId(source, edge.sourceHandle ?? ''), source, target }];
}

function pastedTexts(graph: FlowGraph, fragment: Fragment, ids: ReadonlyMap<string, string>): FlowGraph {
  if (!graph.translations) return graph;
  const languages = Object.entries(graph.translations).map(([language, texts]) => {
    const brought = Object.entries(fragment.translations?.[language] ?? {}).flatMap(([id, fields]) => {
      const pastedId = ids.get(id);
      return pastedId === undefined ? [] : [[pastedId, fields] as const];
    });
    return [language, { ...texts, ...Object.fromEntries(brought) }] as const;
  });
  return { ...graph, translations: Object.fromEntries(languages) };
}
