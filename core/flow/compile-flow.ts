import {
  type CompiledGraph,
  type CompiledNode,
  type Exits,
  type Flow,
  type FlowVersionContent,
  plainExit,
} from './flow.ts';
import { flowTexts } from './flow-texts.ts';
import type { DraftNode, Edge, FlowGraph } from './graph.ts';
import { type FlowNode, nodeDataSchemas } from './node-data.ts';
import { compileNode } from './nodes/compile-node.ts';
import type { MatchesPattern, NodeSite } from './nodes/node-site.ts';

export interface CompileOptions {
  readonly matchesPattern: MatchesPattern;
}

/**
 * Makes a published version ready to run: data, templates, translations and conditions are read once, so that a
 * turn parses nothing. Published content has been validated; an Error here names the node and field that is wrong.
 */
export function compileFlow(content: FlowVersionContent, options: CompileOptions): Flow {
  const shared = { ...options, twins: content.twins ?? {} };
  const flow = {
    main: compileGraph(content.graph, undefined, shared),
    subflows: new Map(
      Object.entries(content.subflows).map(([id, { graph }]) => [id, compileGraph(graph, id, shared)] as const),
    ),
  };
  for (const graph of [content.graph, ...Object.values(content.subflows).map(({ graph }) => graph)]) {
    for (const node of graph.nodes) checkCall(node, flow);
  }
  return flow;
}

function compileGraph(
  graph: FlowGraph,
  flowId: string | undefined,
  shared: Pick<NodeSite, 'matchesPattern' | 'twins'>,
): CompiledGraph {
  const ids = new Set(graph.nodes.map(({ id }) => id));
  const exits = exitsByNode(graph.edges, ids);
  const textsOf = flowTexts(graph);
  const nodes = new Map<string, CompiledNode>();
  for (const draft of graph.nodes) {
    const node = parseNode(draft);
    if (node.type === 'jump' && !ids.has(node.data.nodeId)) throw wrong(node, 'nodeId', 'names no node of this flow');
    const site = {
      place: { ...(flowId !== undefined && { flowId }), nodeId: node.id },
      exits: exits.get(node.id) ?? noExits,
      texts: textsOf(node.id),
      ...shared,
    };
    nodes.set(node.id, { place: site.place, type: node.type, exits: site.exits, behaviour: compileNode(node, site) });
  }
  const start = graph.nodes.find(({ type }) => type === 'start');
  if (!start) throw new Error(`the flow${flowId === undefined ? '' : ` ${flowId}`} has no start node`);
  return { nodes, startId: start.id };
}

const noExits: Exits = new Map();

/** The first edge of a handle counts. */
function exitsByNode(edges: readonly Edge[], ids: ReadonlySet<string>): ReadonlyMap<string, Exits> {
  const exits = new Map<string, Map<string, string>>();
  for (const { id, source, sourceHandle, target } of edges) {
    if (!ids.has(source) || !ids.has(target)) throw new Error(`the edge ${id} joins a node that does not exist`);
    const ofNode = exits.get(source) ?? new Map<string, string>();
    const handle = sourceHandle ?? plainExit;
    if (!ofNode.has(handle)) ofNode.set(handle, target);
    exits.set(source, ofNode);
  }
  return exits;
}

function parseNode(draft: DraftNode): FlowNode {
  const { id, type } = draft;
  const parsed = nodeDataSchemas[type].safeParse(draft.data);
  if (parsed.success) return { id, type, data: parsed.data } as FlowNode;
  const [issue] = parsed.error.issues;
  throw wrong(draft, issue?.path.join('.') || 'data', issue?.message ?? 'is invalid');
}

function checkCall(node: DraftNode, { subflows }: Flow): void {
  if (node.type !== 'subflow' || subflows.has(String(node.data.flowId))) return;
  throw wrong(node, 'flowId', 'names a flow that this version does not carry');
}

function wrong({ id, type }: Pick<DraftNode, 'id' | 'type'>, field: string, problem: string): Error {
  return new Error(`node ${id} (${type}), ${field}: ${problem}`);
}
