import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FlowGraph, graphSchema } from './graph.ts';
import { anyGraph, anyId } from './testing/any-graph.ts';
import {
  action,
  ask,
  call,
  condition,
  emptyWorld,
  graph,
  http,
  jump,
  node,
  options,
  published,
  say,
} from './testing/small-graphs.ts';
import { type FlowWorld, problemLimit, validateFlow } from './validate-flow.ts';

const choice = ask('a', { kind: 'choice', options: options('x', 'y') });
const withSecret = http('a', { headers: { authorization: 'Bearer {{secret.TOKEN}}' } });
const email = node('a', 'collectEmail', { prompt: 'Where can we write to you?' });
const translations = { de: { a: { prompt: 'Wer?', retryMessage: 'Bitte noch einmal.', 'options.x': 'X' } } };
const nested = published({ sub: graph([call('x', 'deep')]), deep: graph([ask('y')]) });

const sound: { name: string; graph: FlowGraph; world?: FlowWorld }[] = [
  { name: 'a start alone', graph: graph([]) },
  { name: 'an exit left open', graph: graph([choice, say('b')], ['a:x -> b']) },
  {
    name: 'an option, the plain exit and the failed exit',
    graph: graph([choice, say('b'), say('c'), say('d')], ['a:x -> b', 'a -> c', 'a:failed -> d']),
  },
  {
    name: 'a consent that was given and one that was not',
    graph: graph([ask('a', { kind: 'consent' }), say('b'), say('c')], ['a:yes -> b', 'a:no -> c']),
  },
  {
    name: 'a condition with a branch and else',
    graph: graph([condition('a', 'contact.plan', 'vip'), say('b'), say('c')], ['a:vip -> b', 'a:else -> c']),
  },
  { name: 'a secret in the header of a call', graph: graph([withSecret]) },
  {
    name: 'a value inside the reply of a call',
    graph: graph([http('a'), say('b', '{{var.reply.body.items.0.name | nothing}}')], ['a:ok -> b']),
  },
  { name: 'the email that was collected', graph: graph([email, say('b', 'Thanks, {{var.email}}')], ['a -> b']) },
  { name: 'a link with a value in its path', graph: graph([action('a', 'https://example.com/{{contact.plan}}')]) },
  { name: 'a loop that asks', graph: graph([ask('a'), say('b')], ['a -> b', 'b -> a']) },
  { name: 'a loop over a jump that asks', graph: graph([ask('a'), jump('b', 'a')], ['a -> b']) },
  { name: 'a node that only a jump reaches', graph: graph([jump('a', 'b'), say('b')]) },
  { name: 'a node after a subflow', graph: graph([call('a', 'sub'), say('b')], ['a -> b']), world: nested },
  { name: 'a loop through a subflow that asks', graph: graph([call('a', 'sub')], ['a -> a']), world: nested },
  {
    name: 'a variable of a subflow of a subflow',
    graph: graph([call('a', 'sub'), say('b', 'Hi {{var.name}}')], ['a -> b']),
    world: nested,
  },
  { name: 'two calls of one flow', graph: graph([call('a', 'sub'), call('b', 'sub')], ['a -> b']), world: nested },
  { name: 'translated texts and labels', graph: graph([choice], [], { translations }) },
];

test.each(sound)('$name may be published', ({ graph: each, world = emptyWorld }) => {
  expect(graphSchema.parse(each)).toEqual(each);
  expect(validateFlow(each, world)).toEqual([]);
});

test('every message is a sentence', () => {
  const media = { kind: 'cards', cards: [{ title: '' }] };
  const nodes = [
    node('a', 'message', { x: 1, media }),
    say('b', '{{a.b}} {{var.z}}'),
    http('c', { url: 'x' }),
    call('d', 'e'),
  ];
  const problems = validateFlow(graph(nodes), emptyWorld);
  expect(problems.length).toBeGreaterThan(8);
  for (const problem of problems) expect(problem.message).toMatch(/^["A-Z{].*\.$/s);
});

test('a chain of 10,000 nodes may be published', () => {
  const nodes = Array.from({ length: 9_999 }, (_, index) =>
    ask(`n${index}`, { kind: 'text' }, { variable: `v${index}` }),
  );
  const edges = nodes.slice(1).map((each, index) => `n${index} -> ${each.id}`);
  expect(validateFlow(graph(nodes, edges), emptyWorld)).toEqual([]);
});

test(`a graph with thousands of problems reports ${problemLimit}`, () => {
  const nodes = Array.from({ length: 10_000 }, (_, index) => node(`n${index}`, 'message', { text: 1, more: 2 }));
  expect(validateFlow({ nodes, edges: [] }, emptyWorld)).toHaveLength(problemLimit);
});

describe('laws', () => {
  test('no graph and no world makes validation throw', () => {
    const worlds = fc.dictionary(anyId, anyGraph, { maxKeys: 3 }).map(published);
    fc.assert(
      fc.property(anyGraph, worlds, (each, world) => {
        expect(graphSchema.safeParse(each).success).toBe(true);
        expect(validateFlow(each, world).length).toBeLessThanOrEqual(problemLimit);
      }),
      { numRuns: 300 },
    );
  });

  test('the order of nodes and edges does not decide whether a graph may be published', () => {
    fc.assert(
      fc.property(anyGraph, (each) => {
        const turned = { ...each, nodes: each.nodes.toReversed(), edges: each.edges.toReversed() };
        expect(validateFlow(turned, emptyWorld).length === 0).toBe(validateFlow(each, emptyWorld).length === 0);
      }),
      { numRuns: 300 },
    );
  });
});
