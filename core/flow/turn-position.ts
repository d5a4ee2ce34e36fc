import type { CompiledGraph, CompiledNode, Flow, FlowContext, Place, Position, Turn } from './flow.ts';

/** A turn about to begin where a session stands; at the start of the main flow where it has not begun. */
export function turnAt(flow: Flow, position: Position | null, context: FlowContext): Turn {
  const at: Place = position?.at ?? { nodeId: flow.main.startId };
  const graph = graphOf(flow, at.flowId);
  return {
    sessionId: context.sessionId,
    language: context.language,
    scope: {
      attributes: { ...context.attributes, var: position?.variables ?? {} },
      labels: position?.labels ?? {},
    },
    events: [],
    effects: [],
    graph,
    node: nodeOf(graph, at.nodeId),
    callers: position?.callers ?? [],
    waiting: position?.waiting ?? null,
    effectCount: position?.effectCount ?? 0,
    heard: position ? position.heard : { text: '', sorted: 0 },
    written: 0,
  };
}

/** Where a session stands after a turn. */
export function positionOf({ node, callers, waiting, scope, effectCount, heard }: Turn): Position {
  return {
    at: node.place,
    callers,
    waiting,
    variables: scope.attributes.var,
    labels: scope.labels,
    effectCount,
    heard,
  };
}

export function graphOf(flow: Flow, flowId: string | undefined): CompiledGraph {
  const graph = flowId === undefined ? flow.main : flow.subflows.get(flowId);
  if (!graph) throw new Error(`this version carries no flow ${flowId}`);
  return graph;
}

export function nodeOf(graph: CompiledGraph, nodeId: string): CompiledNode {
  const node = graph.nodes.get(nodeId);
  if (!node) throw new Error(`this version has no node ${nodeId}`);
  return node;
}
