import { expect, test } from 'vitest';
import { ask, condition, emptyWorld, graph, node, options, type ProblemCase, say } from '../testing/small-graphs.ts';
import { validateFlow } from '../validate-flow.ts';

const choice = ask('a', { kind: 'choice', options: options('x') });
const repeatedEdges = [
  { id: 'e', source: 'start', target: 'a' },
  { id: 'e', source: 'a', target: 'b' },
];

const cases: ProblemCase[] = [
  { name: 'no start', graph: { nodes: [], edges: [] }, nodeId: null, field: 'nodes', message: /add a start/ },
  {
    name: 'a second start',
    graph: graph([say('a'), node('b', 'start')]),
    nodeId: 'b',
    field: 'type',
    message: /exactly one start/,
  },
  {
    name: 'a repeated node id',
    graph: graph([say('a'), say('a')]),
    nodeId: 'a',
    field: 'id',
    message: /Two nodes have the id "a"/,
  },
  {
    name: 'a repeated edge id',
    graph: { ...graph([say('a'), say('b')]), edges: repeatedEdges },
    nodeId: 'a',
    field: 'edges.e.id',
    message: /Two edges have the id "e"/,
  },
  {
    name: 'an edge to nowhere',
    graph: graph([say('a')], ['a -> z']),
    nodeId: 'a',
    field: 'edges.a -> z.target',
    message: /"z", which does not exist/,
  },
  {
    name: 'an edge from nowhere',
    graph: graph([say('a')], ['z -> a']),
    nodeId: 'a',
    field: 'edges.z -> a.source',
    message: /"z", which does not exist/,
  },
  {
    name: 'an edge into the start',
    graph: graph([ask('a')], ['a -> start']),
    nodeId: 'a',
    field: 'edges.a -> start.target',
    message: /back into the start/,
  },
  {
    name: 'an unknown option',
    graph: graph([choice, say('b')], ['a:y -> b']),
    nodeId: 'a',
    field: 'edges.a:y -> b.sourceHandle',
    message: /no exit "y"; use the plain exit, "failed", "x"/,
  },
  {
    name: 'a plain exit of a condition',
    graph: graph([condition('a', 'contact.plan', 'vip'), say('b')], ['a -> b']),
    nodeId: 'a',
    field: 'edges.a -> b.sourceHandle',
    message: /no plain exit; use "vip", "else"/,
  },
  {
    name: 'an exit of an end',
    graph: graph([node('a', 'end'), say('b')], ['a -> b']),
    nodeId: 'a',
    field: 'edges.a -> b.sourceHandle',
    message: /Nothing can follow/,
  },
  {
    name: 'two edges by one exit',
    graph: graph([say('a'), say('b'), say('c')], ['a -> b', 'a -> c']),
    nodeId: 'a',
    field: 'edges.a -> c.sourceHandle',
    message: /Two edges leave by the plain exit/,
  },
];

test.each(cases)('$name is refused', ({ graph: each, nodeId, field, message }) => {
  expect(validateFlow(each, emptyWorld)).toEqual([{ nodeId, field, message: expect.stringMatching(message) }]);
});

test('an edge between two nodes that do not exist is reported at both ends', () => {
  const problems = validateFlow(graph([], ['y -> z']), emptyWorld);
  expect(problems.map(({ nodeId, field }) => [nodeId, field])).toEqual([
    [null, 'edges.y -> z.source'],
    [null, 'edges.y -> z.target'],
  ]);
});
