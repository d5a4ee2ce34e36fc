import { type FlowProblem, quoted } from './flow-problem.ts';
import { closingSteps, type Next, reachableFrom } from './graph-walk.ts';
import { calledFlow, type Survey, waitsForVisitor } from './survey.ts';

/** Nodes that no conversation reaches, and loops that would run without ever waiting for the visitor. */
export function* pathProblems(survey: Survey): Generator<FlowProblem> {
  yield* unreachableNodes(survey);
  yield* endlessLoops(survey);
}

function* unreachableNodes({ graph, nodes, next }: Survey): Generator<FlowProblem> {
  const starts = graph.nodes.filter((node) => node.type === 'start').map((node) => node.id);
  if (starts.length === 0) return;
  const reached = reachableFrom(starts, next);
  for (const id of nodes.keys()) {
    if (reached.has(id)) continue;
    yield { nodeId: id, field: 'edges', message: 'No path from the start leads here; connect this node or delete it.' };
  }
}

function* endlessLoops({ graph, world, nodes, next, waitingFlows }: Survey): Generator<FlowProblem> {
  const waiting = new Set<string>();
  for (const node of graph.nodes) {
    const flowId = calledFlow(node);
    const callWaits = flowId !== undefined && (waitingFlows.has(flowId) || !world.subflows.has(flowId));
    if (waitsForVisitor(node) || callWaits) waiting.add(node.id);
  }
  const nextWithoutWait: Next = (id) => (waiting.has(id) ? [] : next(id));
  for (const { from, to } of closingSteps(nodes.keys(), nextWithoutWait)) {
    const place = from === to ? 'to itself' : `to ${quoted(to)}`;
    const message = `This leads back ${place} in a loop that never waits for the visitor; put an ask or collectEmail node into the loop.`;
    yield { nodeId: from, field: 'edges', message };
  }
}
