import type { FlowGraph } from '../../../../core/flow/graph.ts';
import type { FlowNode } from '../../../../core/flow/node-data.ts';
import { type FlowProblem, type FlowWorld, validateFlow } from '../../../../core/flow/validate-flow.ts';
import { exitsOf } from '../../../../core/flow/validation/node-exits.ts';
import type { JsonValue } from '../../../../core/json.ts';

export interface RunnableGraph {
  readonly graph: FlowGraph;
  /** Nodes that cannot run yet, with the first reason; a test that comes to one stops there. */
  readonly unfinished: ReadonlyMap<string, string>;
}

export interface TestStart {
  /** Where to begin instead of at the start. */
  readonly nodeId: string | null;
  /** Values that earlier nodes would have left behind. */
  readonly variables: Readonly<Record<string, JsonValue>>;
}

/** Fields of problems that keep a flow from being published but not a node from running. */
const harmless = /^(edges|id$|nodes$|translations\.)/;

/**
 * A draft made fit to be tried: unfinished nodes become ends, edges to nowhere are left out, and the start leads over
 * the given variables to the node where the test begins.
 */
export function runnableGraph(draft: FlowGraph, world: FlowWorld, start: TestStart): RunnableGraph {
  const ids = new Set(draft.nodes.map(({ id }) => id));
  const unfinished = firstReasons(validateFlow(draft, world), ids);
  const nodes = draft.nodes.map((node) =>
    unfinished.has(node.id) ? { ...node, type: 'end' as const, data: {} } : node,
  );
  const exits = new Map(nodes.map((node) => [node.id, exitsOf(node)]));
  const edges = draft.edges.filter(
    ({ source, sourceHandle, target }) => exits.get(source)?.has(sourceHandle ?? '') && ids.has(target),
  );
  return { graph: beginAt({ ...draft, nodes, edges }, start), unfinished };
}

function firstReasons(problems: readonly FlowProblem[], ids: ReadonlySet<string>): ReadonlyMap<string, string> {
  const reasons = new Map<string, string>();
  for (const { nodeId, field, message } of problems) {
    if (nodeId !== null && ids.has(nodeId) && !harmless.test(field) && !reasons.has(nodeId))
      reasons.set(nodeId, message);
  }
  return reasons;
}

/** Ids of the nodes that put the given variables in place; an author's own never look so. */
const setUpId = (index: number) => `\u0000set-${index}`;

function beginAt(graph: FlowGraph, { nodeId, variables }: TestStart): FlowGraph {
  const start = graph.nodes.find(({ type }) => type === 'start');
  const first = nodeId ?? graph.edges.find(({ source }) => source === start?.id)?.target;
  const values = Object.entries(variables);
  if (!start || (nodeId === null && values.length === 0)) return graph;
  const setUp = values.map(([variable, value], index) => ({
    id: setUpId(index),
    type: 'set' as const satisfies FlowNode['type'],
    position: start.position,
    data: { variable, value },
  }));
  const stops = [start.id, ...setUp.map(({ id }) => id), ...(first === undefined ? [] : [first])];
  const path = stops.slice(1).map((target, index) => ({ id: `\u0000${index}`, source: stops[index] ?? '', target }));
  return {
    ...graph,
    nodes: [...graph.nodes, ...setUp],
    edges: [...graph.edges.filter(({ source }) => source !== start.id), ...path],
  };
}

/** Whether a node was put in for a test. */
export function isSetUp(nodeId: string): boolean {
  return nodeId.startsWith('\u0000');
}
