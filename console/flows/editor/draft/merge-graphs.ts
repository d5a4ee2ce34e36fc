import type { DraftNode, Edge, FlowGraph } from '../../../../core/flow/graph.ts';
import { isSame } from './is-same.ts';
import { type Conflict, type Merge, type Side, startMerge } from './merge-values.ts';

export interface MergedGraphs {
  readonly graph: FlowGraph;
  /** What both changed, each in another way; the graph holds the side chosen for each, mine where none was. */
  readonly conflicts: readonly Conflict[];
}

/** Which side a conflict is settled for, by its key. */
export type Choices = ReadonlyMap<string, Side>;

/**
 * Brings two changed drafts together by the one both began with: what only one changed is taken, node by node and
 * field by field, and where an exit leads likewise. A node that one deleted and the other changed is kept, as a
 * conflict. Edges and translations of nodes that are gone go with them.
 */
export function mergeGraphs(
  base: FlowGraph,
  mine: FlowGraph,
  theirs: FlowGraph,
  choices: Choices = new Map(),
): MergedGraphs {
  const merge = startMerge(choices);
  const nodes = mergeNodes(merge, base.nodes, mine.nodes, theirs.nodes);
  const ids = new Set(nodes.map(({ id }) => id));
  const edges = mergeEdges(merge, base.edges, mine.edges, theirs.edges).filter(
    ({ source, target }) => ids.has(source) && ids.has(target),
  );
  const language = merge.value({ nodeId: null, field: 'language' }, base.language, mine.language, theirs.language);
  const translations = mergeTranslations(merge, base, mine, theirs, ids);
  const graph: FlowGraph = {
    nodes,
    edges,
    ...(language !== undefined && { language }),
    ...(translations && { translations }),
  };
  return { graph, conflicts: merge.conflicts };
}

function mergeNodes(
  merge: Merge,
  base: readonly DraftNode[],
  mine: readonly DraftNode[],
  theirs: readonly DraftNode[],
): DraftNode[] {
  const [before, ours, others] = [byId(base), byId(mine), byId(theirs)];
  const order = new Set([...ours.keys(), ...others.keys()]);
  return [...order].flatMap((id) => mergeNode(merge, id, before.get(id), ours.get(id), others.get(id)) ?? []);
}

function mergeNode(
  merge: Merge,
  nodeId: string,
  base: DraftNode | undefined,
  mine: DraftNode | undefined,
  theirs: DraftNode | undefined,
): DraftNode | undefined {
  if (base && mine && theirs && mine.type === theirs.type) return mergeFields(merge, base, mine, theirs);
  const meaning = (node: DraftNode | undefined) => node && { ...node, position: null };
  // Where a node merely lies is no reason to keep it when the other side deleted it.
  if (isSame(meaning(base), meaning(mine))) return theirs;
  if (isSame(meaning(base), meaning(theirs))) return mine;
  return merge.value({ nodeId, field: '' }, base, mine, theirs, mine ? 'mine' : 'theirs');
}

/** A node that all three have; both may have moved it, and mine stays where I see it. */
function mergeFields(merge: Merge, base: DraftNode, mine: DraftNode, theirs: DraftNode): DraftNode {
  const { id } = mine;
  const fields = new Set([...Object.keys(mine.data), ...Object.keys(theirs.data)]);
  const data = Object.fromEntries(
    [...fields].flatMap((field) => {
      const value = merge.value({ nodeId: id, field }, base.data[field], mine.data[field], theirs.data[field]);
      return value === undefined ? [] : [[field, value] as const];
    }),
  );
  const position = isSame(base.position, mine.position) ? theirs.position : mine.position;
  return { id, type: mine.type, position, data };
}

/** Edges are known by the exit they leave, so that both leading one exit elsewhere is a conflict. */
function mergeEdges(merge: Merge, base: readonly Edge[], mine: readonly Edge[], theirs: readonly Edge[]): Edge[] {
  const [before, ours, others] = [byExit(base), byExit(mine), byExit(theirs)];
  const exits = new Set([...ours.keys(), ...others.keys()]);
  const edges = [...exits].flatMap((exit) => {
    const [edge] = ours.get(exit) ?? others.get(exit) ?? [];
    if (!edge) return [];
    const at = { nodeId: edge.source, field: `exits.${edge.sourceHandle ?? ''}` };
    return merge.value(at, before.get(exit), ours.get(exit), others.get(exit)) ?? [];
  });
  return withOwnIds(edges);
}

function mergeTranslations(
  merge: Merge,
  base: FlowGraph,
  mine: FlowGraph,
  theirs: FlowGraph,
  ids: ReadonlySet<string>,
): FlowGraph['translations'] {
  const [before, ours, others] = [textsOf(base), textsOf(mine), textsOf(theirs)];
  const translations: NonNullable<FlowGraph['translations']> = {};
  for (const language of new Set([
    ...Object.keys(mine.translations ?? {}),
    ...Object.keys(theirs.translations ?? {}),
  ])) {
    const isDropped =
      base.translations?.[language] && !(mine.translations?.[language] && theirs.translations?.[language]);
    if (!isDropped) translations[language] = {};
  }
  for (const [key, { language, nodeId, field }] of new Map([...placesOf(mine), ...placesOf(theirs)])) {
    const at = { nodeId, field: `translations.${language}.${field}` };
    const text = merge.value(at, before.get(key), ours.get(key), others.get(key));
    if (text === undefined || !ids.has(nodeId)) continue;
    const nodes = translations[language] ?? {};
    nodes[nodeId] = { ...nodes[nodeId], [field]: text };
    translations[language] = nodes;
  }
  const hasNone = Object.keys(translations).length === 0 && !(mine.translations ?? theirs.translations);
  return hasNone ? undefined : translations;
}

interface TextPlace {
  readonly language: string;
  readonly nodeId: string;
  readonly field: string;
}

function placesOf({ translations = {} }: FlowGraph): [string, TextPlace & { text: string }][] {
  return Object.entries(translations).flatMap(([language, nodes]) =>
    Object.entries(nodes).flatMap(([nodeId, fields]) =>
      Object.entries(fields).map(([field, text]): [string, TextPlace & { text: string }] => [
        JSON.stringify([language, nodeId, field]),
        { language, nodeId, field, text },
      ]),
    ),
  );
}

function textsOf(graph: FlowGraph): ReadonlyMap<string, string> {
  return new Map(placesOf(graph).map(([key, { text }]) => [key, text]));
}

function byId(nodes: readonly DraftNode[]): ReadonlyMap<string, DraftNode> {
  return new Map(nodes.map((node) => [node.id, node]));
}

/** What edges are called does not count: two that join the same exit to the same node are the same. */
function byExit(edges: readonly Edge[]): ReadonlyMap<string, Edge[]> {
  const exits = new Map<string, Edge[]>();
  for (const edge of edges) {
    const exit = JSON.stringify([edge.source, edge.sourceHandle ?? '']);
    exits.set(exit, [...(exits.get(exit) ?? []), edge]);
  }
  return exits;
}

function withOwnIds(edges: readonly Edge[]): Edge[] {
  const taken = new Set<string>();
  return edges.map((edge) => {
    let id = edge.id;
    for (let count = 2; taken.has(id); count += 1) id = `${edge.id}~${count}`;
    taken.add(id);
    return id === edge.id ? edge : { ...edge, id };
  });
}
