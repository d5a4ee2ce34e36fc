import type { DraftNode, FlowGraph } from '../graph.ts';
import { fieldOf, textsIn } from './draft-fields.ts';
import type { FlowWorld } from './flow-problem.ts';
import { closingSteps, link, type Next, reachableFrom } from './graph-walk.ts';

/** What the checks look up again and again, gathered once per validation. */
export interface Survey {
  readonly graph: FlowGraph;
  readonly world: FlowWorld;
  /** By id; the first one where an id repeats. */
  readonly nodes: ReadonlyMap<string, DraftNode>;
  /** Where a node leads, over edges and jumps; what does not exist is left out. */
  readonly next: Next;
  /** Variables that some node of the graph or of a subflow it reaches sets. */
  readonly variables: ReadonlySet<string>;
  /** Subflows that wait for the visitor somewhere, themselves or in a subflow of theirs. */
  readonly waitingFlows: ReadonlySet<string>;
  /** Subflows that lead back to this flow or around in a circle. */
  readonly recursiveFlows: ReadonlySet<string>;
}

/** Key of the flow under validation among its subflows; no stored flow has an empty id. */
const thisFlow = '';

export function surveyGraph(graph: FlowGraph, world: FlowWorld): Survey {
  const nodes = new Map<string, DraftNode>();
  for (const node of graph.nodes) if (!nodes.has(node.id)) nodes.set(node.id, node);
  const flows = surveySubflows(graph, world);
  return { graph, world, nodes, next: linksOf(graph, nodes), ...flows };
}

const waiting: ReadonlySet<string> = new Set(['ask', 'collectEmail', 'twin', 'classify']);

/** Whether the conversation stops at this node until the visitor answers. */
export function waitsForVisitor(node: DraftNode): boolean {
  return waiting.has(node.type);
}

/** The flow a subflow node names. */
export function calledFlow(node: DraftNode): string | undefined {
  return node.type === 'subflow' ? textOf(node.data.flowId) : undefined;
}

function linksOf(graph: FlowGraph, nodes: ReadonlyMap<string, DraftNode>): Next {
  const links = new Map<string, string[]>();
  const add = (from: string, to: string | undefined) => {
    if (to !== undefined && nodes.has(from) && nodes.has(to)) link(links, from, to);
  };
  for (const edge of graph.edges) add(edge.source, edge.target);
  for (const node of graph.nodes) if (node.type === 'jump') add(node.id, textOf(node.data.nodeId));
  return (id) => links.get(id) ?? [];
}

function surveySubflows(graph: FlowGraph, world: FlowWorld) {
  const { graphs, calls } = reachedFlows(graph, world);
  const callers = new Map<string, string[]>();
  for (const [caller, called] of calls) for (const flowId of called) link(callers, flowId, caller);

  const callersOf: Next = (flowId) => callers.get(flowId) ?? [];
  const waiting = [...graphs].filter(([, each]) => each.nodes.some(waitsForVisitor)).map(([flowId]) => flowId);
  const circling = [...closingSteps(graphs.keys(), (flowId) => calls.get(flowId) ?? [])].map((step) => step.to);
  return {
    variables: new Set([...graphs.values()].flatMap(variablesSetIn)),
    waitingFlows: reachableFrom(waiting, callersOf),
    recursiveFlows: reachableFrom(circling, callersOf),
  };
}

/** This flow and every published one it calls, directly or not, with who calls whom. */
function reachedFlows(graph: FlowGraph, world: FlowWorld) {
  const graphs = new Map([[thisFlow, graph]]);
  const calls = new Map<string, string[]>();
  for (const [caller, callingGraph] of graphs) {
    for (const flowId of new Set(callingGraph.nodes.map(calledFlow))) {
      const key = flowId === world.flowId ? thisFlow : flowId;
      const called = key === thisFlow ? graph : world.subflows.get(key ?? '')?.graph;
      if (key === undefined || !called) continue;
      graphs.set(key, called);
      link(calls, caller, key);
    }
  }
  return { graphs, calls };
}

function variablesSetIn(graph: FlowGraph): string[] {
  return graph.nodes.flatMap(variablesSetBy);
}

function variablesSetBy({ type, data }: DraftNode): string[] {
  if (type === 'collectEmail') return ['email'];
  if (type === 'twin') return ['email', ...textsIn(fieldOf(data.exit, 'variables'), 'name')];
  const name = textOf(type === 'http' ? data.saveAs : data.variable);
  return name !== undefined && (type === 'http' || type === 'ask' || type === 'set') ? [name] : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
