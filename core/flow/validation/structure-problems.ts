import { plainExit } from '../flow.ts';
import type { DraftNode, Edge } from '../graph.ts';
import { type FlowProblem, quoted } from './flow-problem.ts';
import { exitsOf } from './node-exits.ts';
import type { Survey } from './survey.ts';

/** Problems of the graph's skeleton: its start, its ids, and where its edges leave and arrive. */
export function* structureProblems(survey: Survey): Generator<FlowProblem> {
  yield* startProblems(survey);
  yield* repeatedIds(survey.graph.nodes, (node) => ({
    nodeId: node.id,
    field: 'id',
    message: `Two nodes have the id ${quoted(node.id)}; give each its own.`,
  }));
  yield* repeatedIds(survey.graph.edges, (edge) => ({
    nodeId: edge.source,
    field: `edges.${edge.id}.id`,
    message: `Two edges have the id ${quoted(edge.id)}; give each its own.`,
  }));
  yield* edgeProblems(survey);
}

function* startProblems({ graph }: Survey): Generator<FlowProblem> {
  const [first, ...others] = graph.nodes.filter((node) => node.type === 'start');
  if (!first) yield { nodeId: null, field: 'nodes', message: 'The flow has no start; add a start node.' };
  for (const node of others) {
    yield { nodeId: node.id, field: 'type', message: 'A flow has exactly one start; remove this one.' };
  }
}

function* repeatedIds<Item extends { id: string }>(
  items: readonly Item[],
  describe: (item: Item) => FlowProblem,
): Generator<FlowProblem> {
  const seen = new Set<string>();
  const reported = new Set<string>();
  for (const item of items) {
    if (seen.has(item.id) && !reported.has(item.id)) {
      reported.add(item.id);
      yield describe(item);
    }
    seen.add(item.id);
  }
}

function* edgeProblems({ graph, nodes }: Survey): Generator<FlowProblem> {
  const exits = new Map<string, ReadonlySet<string>>();
  const taken = new Map<string, Set<string>>();
  for (const edge of graph.edges) {
    const source = nodes.get(edge.source);
    yield* endProblems(edge, source, nodes.get(edge.target));
    if (!source) continue;

    const known = exits.get(source.id) ?? exitsOf(source);
    exits.set(source.id, known);
    const used = taken.get(source.id) ?? new Set();
    taken.set(source.id, used);
    yield* handleProblems(edge, source, known, used);
    used.add(edge.sourceHandle ?? plainExit);
  }
}

function* endProblems(edge: Edge, source?: DraftNode, target?: DraftNode): Generator<FlowProblem> {
  if (!source) {
    yield {
      nodeId: target ? target.id : null,
      field: `edges.${edge.id}.source`,
      message: `An edge comes from ${quoted(edge.source)}, which does not exist; remove the edge.`,
    };
  }
  if (!target) {
    yield {
      nodeId: source ? source.id : null,
      field: `edges.${edge.id}.target`,
      message: `An edge leads to ${quoted(edge.target)}, which does not exist; connect it to a node or remove it.`,
    };
  }
  if (target?.type === 'start') {
    yield {
      nodeId: edge.source,
      field: `edges.${edge.id}.target`,
      message: 'Nothing may lead back into the start; connect the edge to the node after it.',
    };
  }
}

function* handleProblems(
  edge: Edge,
  source: DraftNode,
  known: ReadonlySet<string>,
  used: ReadonlySet<string>,
): Generator<FlowProblem> {
  const handle = edge.sourceHandle ?? plainExit;
  const field = `edges.${edge.id}.sourceHandle`;
  if (!known.has(handle)) {
    yield { nodeId: source.id, field, message: unknownExit(handle, source, known) };
  } else if (used.has(handle)) {
    const name = handle === plainExit ? 'the plain exit' : `the exit ${quoted(handle)}`;
    yield { nodeId: source.id, field, message: `Two edges leave by ${name}; remove one of them.` };
  }
}

function unknownExit(handle: string, source: DraftNode, known: ReadonlySet<string>): string {
  if (known.size === 0) return `Nothing can follow a ${source.type} node here; remove this edge.`;
  const names = [...known].slice(0, 10).map((name) => (name === plainExit ? 'the plain exit' : quoted(name)));
  const attempt = handle === plainExit ? 'no plain exit' : `no exit ${quoted(handle)}`;
  return `This ${source.type} node has ${attempt}; use ${names.join(', ')}${known.size > 10 ? ', …' : ''}.`;
}
