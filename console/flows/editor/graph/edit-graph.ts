import { plainExit } from '../../../../core/flow/flow.ts';
import type { DraftNode, Edge, FlowGraph } from '../../../../core/flow/graph.ts';
import { exitsOf } from '../../../../core/flow/validation/node-exits.ts';
import { translatableFields } from '../../../../core/flow/validation/translatable-fields.ts';

/** A way out of a node. */
export interface Exit {
  readonly source: string;
  readonly handle: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Adds a node; after an exit it takes its place there, and what followed before follows the new node where that has
 * a plain exit of its own.
 */
export function addNode(graph: FlowGraph, node: DraftNode, after?: Exit): FlowGraph {
  const added = { ...graph, nodes: [...graph.nodes, node] };
  if (!after) return added;
  const followed = targetOf(graph, after);
  const linked = connect(added, after, node.id);
  const goesOn = followed !== undefined && followed !== node.id && exitsOf(node).has(plainExit);
  return goesOn ? connect(linked, { source: node.id, handle: plainExit }, followed) : linked;
}

/** Takes nodes away with their edges and translations. The start stays. */
export function removeNodes(graph: FlowGraph, ids: Iterable<string>): FlowGraph {
  const gone = new Set(ids);
  for (const { id, type } of graph.nodes) if (type === 'start') gone.delete(id);
  return withTranslations(
    {
      ...graph,
      nodes: graph.nodes.filter(({ id }) => !gone.has(id)),
      edges: graph.edges.filter(({ source, target }) => !gone.has(source) && !gone.has(target)),
    },
    (texts, nodeId) => (gone.has(nodeId) ? {} : texts),
  );
}

/** Leads an exit to a node. An exit has one edge, so an earlier one gives way. */
export function connect(graph: FlowGraph, { source, handle }: Exit, target: string): FlowGraph {
  const edge: Edge = {
    id: edgeId(source, handle),
    source,
    target,
    ...(handle !== plainExit && { sourceHandle: handle }),
  };
  const others = graph.edges.filter((each) => !leavesBy(each, { source, handle }) && each.id !== edge.id);
  return { ...graph, edges: [...others, edge] };
}

/** Leaves an exit open: a conversation that takes it ends there. */
export function disconnect(graph: FlowGraph, exit: Exit): FlowGraph {
  return { ...graph, edges: graph.edges.filter((edge) => !leavesBy(edge, exit)) };
}

export function removeEdges(graph: FlowGraph, ids: ReadonlySet<string>): FlowGraph {
  return { ...graph, edges: graph.edges.filter(({ id }) => !ids.has(id)) };
}

/** Where an exit leads. */
export function targetOf(graph: FlowGraph, exit: Exit): string | undefined {
  return graph.edges.find((edge) => leavesBy(edge, exit))?.target;
}

/** Replaces a node's data. Edges and translations of exits and texts that are gone go with them. */
export function setNodeData(graph: FlowGraph, nodeId: string, data: DraftNode['data']): FlowGraph {
  const before = graph.nodes.find(({ id }) => id === nodeId);
  if (!before) return graph;
  const after = { ...before, data };
  const exits = lost(exitsOf(before), exitsOf(after));
  const fields = lost(translatableFields(before), translatableFields(after));
  const nodes = graph.nodes.map((node) => (node === before ? after : node));
  const edges =
    exits.size === 0
      ? graph.edges
      : graph.edges.filter(({ source, sourceHandle }) => source !== nodeId || !exits.has(sourceHandle ?? plainExit));
  const changed = { ...graph, nodes, edges };
  return fields.size === 0
    ? changed
    : withTranslations(changed, (texts, id) => (id === nodeId ? without(texts, fields) : texts));
}

/** Gives an option, branch or intent another id, in the data given; its edge and its translations stay with it. */
export function renameExit(
  graph: FlowGraph,
  nodeId: string,
  rename: { readonly from: string; readonly to: string; readonly data: DraftNode['data'] },
): FlowGraph {
  const { from, to, data } = rename;
  const moved = {
    ...graph,
    edges: graph.edges.map((edge) =>
      leavesBy(edge, { source: nodeId, handle: from }) ? { ...edge, sourceHandle: to } : edge,
    ),
  };
  const [was, is] = [`options.${from}`, `options.${to}`];
  const renamed = withTranslations(moved, (texts, id) => {
    if (id !== nodeId || !Object.hasOwn(texts, was)) return texts;
    const { [was]: text = '', ...others } = texts;
    return { ...others, [is]: text };
  });
  const nodes = renamed.nodes.map((node) => (node.id === nodeId ? { ...node, data } : node));
  return { ...renamed, nodes };
}

/** Puts nodes elsewhere on the canvas. */
export function moveNodes(graph: FlowGraph, places: ReadonlyMap<string, Point>): FlowGraph {
  if (places.size === 0) return graph;
  const nodes = graph.nodes.map((node) => {
    const place = places.get(node.id);
    return place ? { ...node, position: { x: Math.round(place.x), y: Math.round(place.y) } } : node;
  });
  return { ...graph, nodes };
}

/** An id that no edge between other exits has. */
export function edgeId(source: string, handle: string): string {
  return `${source}:${handle}`.slice(0, 200);
}

export function leavesBy({ source, sourceHandle }: Edge, exit: Exit): boolean {
  return source === exit.source && (sourceHandle ?? plainExit) === exit.handle;
}

type Texts = Readonly<Record<string, string>>;

/** Changes the translated texts of nodes; what ends up empty is left out. */
function withTranslations(graph: FlowGraph, change: (texts: Texts, nodeId: string) => Texts): FlowGraph {
  if (!graph.translations) return graph;
  const languages = Object.entries(graph.translations).map(([language, nodes]) => {
    const kept = Object.entries(nodes).map(([nodeId, texts]) => [nodeId, change(texts, nodeId)] as const);
    return [language, Object.fromEntries(kept.filter(([, texts]) => Object.keys(texts).length > 0))] as const;
  });
  return { ...graph, translations: Object.fromEntries(languages) };
}

function lost(before: ReadonlySet<string>, after: ReadonlySet<string>): Set<string> {
  return new Set([...before].filter((name) => !after.has(name)));
}

function without(texts: Texts, names: ReadonlySet<string>): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => !names.has(name)));
}
