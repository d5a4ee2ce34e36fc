import { expect, test } from 'vitest';
import {
  action,
  ask,
  call,
  condition,
  type Data,
  emptyWorld,
  graph,
  http,
  jump,
  node,
  type ProblemCase,
  published,
} from '../testing/small-graphs.ts';
import { validateFlow } from '../validate-flow.ts';

const media = (value: Data) => graph([node('a', 'message', { text: 'Hi', media: value })]);
const circle = { one: graph([call('x', 'two')]), two: graph([call('y', 'one')]) };
const wayBack = { one: graph([call('x', 'two')]), two: graph([call('y', 'flw_this')]) };
const withTwin = { ...emptyWorld, twins: new Map([['twn_1', 'Ada']]) };

const cases: Omit<ProblemCase, 'nodeId'>[] = [
  {
    name: 'a repeated branch id',
    graph: graph([condition('a', 'contact.plan', 'x', 'x')]),
    field: 'branches.1.id',
    message: /Two branches have the id "x"/,
  },
  {
    name: 'a branch called else',
    graph: graph([condition('a', 'contact.plan', 'else')]),
    field: 'branches.0.id',
    message: /choose another id/,
  },
  {
    name: 'a split without weight',
    graph: graph([node('a', 'split', { branches: [{ id: 'x', weight: 0 }] })]),
    field: 'branches',
    message: /weight above 0/,
  },
  { name: 'an image without address', graph: media({ kind: 'image' }), field: 'media.url', message: /enter its URL/ },
  {
    name: 'an image that runs code',
    graph: media({ kind: 'image', url: 'javascript:alert(1)' }),
    field: 'media.url',
    message: /must be an http/,
  },
  { name: 'no cards', graph: media({ kind: 'cards', cards: [] }), field: 'media.cards', message: /add at least one/ },
  {
    name: 'a card that runs code',
    graph: media({ kind: 'cards', cards: [{ title: 'A', url: 'javascript:1' }] }),
    field: 'media.cards.0.url',
    message: /must be an http/,
  },
  {
    name: 'a value in the host of a call',
    graph: graph([http('a', { url: 'https://{{contact.host}}.example.com/' })]),
    field: 'url',
    message: /a host written out, without templates/,
  },
  {
    name: 'an action that runs code',
    graph: graph([action('a', 'javascript:alert(1)')]),
    field: 'url',
    message: /must be an http/,
  },
  {
    name: 'a jump to nowhere',
    graph: graph([jump('a', 'z')]),
    field: 'nodeId',
    message: /no node "z" to jump to/,
  },
  {
    name: 'a jump to the start',
    graph: graph([ask('q'), jump('a', 'start')], ['q -> a']),
    field: 'nodeId',
    message: /cannot lead to the start/,
  },
  {
    name: 'a twin that is not published',
    graph: graph([node('a', 'twin', { twinId: 'twn_1' })]),
    field: 'twinId',
    message: /no published version/,
  },
  {
    name: 'an exit of a twin that nothing meets',
    graph: graph([node('a', 'twin', { twinId: 'twn_1', exit: { conditions: [{ id: 'x', phrases: [] }] } })]),
    field: 'exit.conditions.0',
    message: /can never be met/,
    world: withTwin,
  },
  {
    name: 'a twin that leaves by rules on a variable nobody sets',
    graph: graph([
      node('a', 'twin', {
        twinId: 'twn_1',
        exit: {
          conditions: [{ id: 'x', groups: [{ filters: [{ attribute: 'var.size', operator: 'is_not_empty' }] }] }],
        },
      }),
    ]),
    field: 'exit.conditions.0.groups.0.filters.0.attribute',
    message: /Nothing sets the variable "size"/,
    world: withTwin,
  },
  {
    name: 'an intent called none',
    graph: graph([node('a', 'classify', { intents: [{ id: 'none', label: 'No', examples: [] }] })]),
    field: 'intents.0.id',
    message: /the exit for no match/,
  },
  {
    name: 'an unpublished subflow',
    graph: graph([call('a', 'sub')]),
    field: 'flowId',
    message: /publish it first/,
  },
  {
    name: 'a flow that calls itself',
    graph: graph([call('a', 'flw_this')]),
    field: 'flowId',
    message: /cannot call itself/,
  },
  {
    name: 'a subflow that leads back',
    graph: graph([call('a', 'one')]),
    field: 'flowId',
    message: /"Flow one" leads into a circle/,
    world: published(wayBack),
  },
  {
    name: 'subflows in a circle',
    graph: graph([call('a', 'one')]),
    field: 'flowId',
    message: /"Flow one" leads into a circle/,
    world: published(circle),
  },
];

test.each(cases)('$name is refused', ({ graph: each, field, message, world = emptyWorld }) => {
  expect(validateFlow(each, world)).toEqual([{ nodeId: 'a', field, message: expect.stringMatching(message) }]);
});

test('a subflow beside one that leads back is not blamed', () => {
  const world = published({
    fine: graph([call('x', 'deep')]),
    deep: graph([ask('y')]),
    bad: graph([call('z', 'flw_this')]),
  });
  const problems = validateFlow(graph([call('a', 'fine'), call('b', 'bad')], ['a -> b']), world);
  expect(problems.map((problem) => problem.nodeId)).toEqual(['b']);
});
