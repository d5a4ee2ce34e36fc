import { expect, test } from 'vitest';
import { call, emptyWorld, graph, jump, type ProblemCase, published, say } from '../testing/small-graphs.ts';
import { validateFlow } from '../validate-flow.ts';

const cases: Omit<ProblemCase, 'field'>[] = [
  {
    name: 'a node nothing leads to',
    graph: graph([say('a'), say('b')]),
    nodeId: 'b',
    message: /No path from the start/,
  },
  {
    name: 'a loop that never waits',
    graph: graph([say('a'), say('b')], ['a -> b', 'b -> a']),
    nodeId: 'b',
    message: /leads back to "a" in a loop that never waits/,
  },
  {
    name: 'a node that leads to itself',
    graph: graph([say('a')], ['a -> a']),
    nodeId: 'a',
    message: /leads back to itself/,
  },
  {
    name: 'a loop over a jump',
    graph: graph([say('a'), jump('b', 'a')], ['a -> b']),
    nodeId: 'b',
    message: /leads back to "a"/,
  },
  {
    name: 'a loop through a subflow that never asks',
    graph: graph([call('a', 'sub')], ['a -> a']),
    nodeId: 'a',
    message: /never waits/,
    world: published({ sub: graph([say('x')]) }),
  },
];

test.each(cases)('$name is refused', ({ graph: each, nodeId, message, world = emptyWorld }) => {
  expect(validateFlow(each, world)).toEqual([{ nodeId, field: 'edges', message: expect.stringMatching(message) }]);
});

test('what only unreachable nodes lead to is unreachable too', () => {
  const problems = validateFlow(graph([say('a'), say('b'), say('c')], ['b -> c']), emptyWorld);
  expect(problems.map((problem) => problem.nodeId)).toEqual(['b', 'c']);
});
