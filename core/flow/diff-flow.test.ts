import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffFlow, type FlowDiff } from './diff-flow.ts';
import type { DraftNode, FlowGraph } from './graph.ts';
import { anyGraph } from './testing/any-graph.ts';
import { ask, condition, graph, node, say } from './testing/small-graphs.ts';

const nothing: FlowDiff = { nodes: [], edges: [], settings: [] };
const yes = { id: 'yes', label: 'yes' };
const no = { id: 'no', label: 'no' };
const maybe = { id: 'maybe', label: 'maybe' };
const choice = (...options: { id: string; label: string }[]) => graph([ask('a', { kind: 'choice', options })]);
const changed = (nodeType: string, ...fields: FlowDiff['settings']): FlowDiff => ({
  ...nothing,
  nodes: [{ nodeId: 'a', nodeType, change: 'changed', fields }],
});

const cases: { name: string; before: FlowGraph; after: FlowGraph; diff: FlowDiff }[] = [
  {
    name: 'a text',
    before: graph([say('a', 'Hi')]),
    after: graph([say('a', 'Hello')]),
    diff: changed('message', { field: 'text', before: 'Hi', after: 'Hello' }),
  },
  {
    name: 'a field that was added',
    before: graph([say('a', 'Hi')]),
    after: graph([node('a', 'message', { text: 'Hi', delayMs: 500 })]),
    diff: changed('message', { field: 'delayMs', after: 500 }),
  },
  {
    name: 'the label of an option',
    before: choice(yes, no),
    after: choice(yes, { ...no, label: 'Not now' }),
    diff: changed('ask', { field: 'input.options.no.label', before: 'no', after: 'Not now' }),
  },
  {
    name: 'an option put first',
    before: choice(yes, no),
    after: choice(maybe, yes, no),
    diff: changed('ask', { field: 'input.options.maybe', after: maybe }),
  },
  {
    name: 'options in another order',
    before: choice(yes, no),
    after: choice(no, yes),
    diff: changed('ask', { field: 'input.options.order', before: ['yes', 'no'], after: ['no', 'yes'] }),
  },
  {
    name: 'a rule of a branch',
    before: graph([condition('a', 'contact.plan', 'vip')]),
    after: graph([condition('a', 'company.plan', 'vip')]),
    diff: changed('condition', {
      field: 'branches.vip.groups.0.filters.0.attribute',
      before: 'contact.plan',
      after: 'company.plan',
    }),
  },
  {
    name: 'the type of a node',
    before: graph([say('a', 'Bye')]),
    after: graph([node('a', 'end', { message: 'Bye' })]),
    diff: changed(
      'end',
      { field: 'type', before: 'message', after: 'end' },
      { field: 'text', before: 'Bye' },
      { field: 'message', after: 'Bye' },
    ),
  },
  {
    name: 'a node and its edge added',
    before: graph([say('a')]),
    after: graph([say('a'), say('b', 'More')], ['a -> b']),
    diff: {
      ...nothing,
      nodes: [{ nodeId: 'b', nodeType: 'message', change: 'added', fields: [{ field: 'text', after: 'More' }] }],
      edges: [{ change: 'added', source: 'a', sourceHandle: null, target: 'b' }],
    },
  },
  {
    name: 'a node removed',
    before: graph([say('a', 'Hi')]),
    after: { ...graph([say('a', 'Hi')]), nodes: [node('start', 'start')] },
    diff: {
      ...nothing,
      nodes: [{ nodeId: 'a', nodeType: 'message', change: 'removed', fields: [{ field: 'text', before: 'Hi' }] }],
    },
  },
  {
    name: 'an edge by another exit',
    before: graph([ask('a'), say('b')], ['a -> b']),
    after: graph([ask('a'), say('b')], ['a:failed -> b']),
    diff: {
      ...nothing,
      edges: [
        { change: 'removed', source: 'a', sourceHandle: null, target: 'b' },
        { change: 'added', source: 'a', sourceHandle: 'failed', target: 'b' },
      ],
    },
  },
  {
    name: 'language and translations',
    before: graph([], [], { translations: { de: { a: { text: 'Hallo' } } } }),
    after: graph([], [], { language: 'fr', translations: { de: { a: { text: 'Guten Tag' } } } }),
    diff: {
      ...nothing,
      settings: [
        { field: 'language', before: 'en', after: 'fr' },
        { field: 'translations.de.a.text', before: 'Hallo', after: 'Guten Tag' },
      ],
    },
  },
];

test.each(cases)('$name is told', ({ before, after, diff }) => {
  expect(diffFlow(before, after)).toEqual(diff);
});

const moved = (each: DraftNode) => ({ ...each, position: { x: each.position.x + 100, y: 7 } });
const unchanged: { name: string; change: (each: FlowGraph) => FlowGraph }[] = [
  { name: 'moving nodes', change: (each) => ({ ...each, nodes: each.nodes.map(moved) }) },
  { name: 'the order of nodes', change: (each) => ({ ...each, nodes: each.nodes.toReversed() }) },
  { name: 'the order of edges', change: (each) => ({ ...each, edges: each.edges.toReversed() }) },
  {
    name: 'the ids of edges',
    change: (each) => ({ ...each, edges: each.edges.map((one) => ({ ...one, id: `${one.id}!` })) }),
  },
  { name: 'naming English', change: (each) => ({ ...each, language: 'en' }) },
];

test.each(unchanged)('$name is no change of meaning', ({ change }) => {
  const before = graph([ask('a'), say('b'), say('c')], ['a -> b', 'a:failed -> c']);
  expect(diffFlow(before, change(before))).toEqual(nothing);
});

describe('laws', () => {
  test('a graph does not differ from itself', () => {
    fc.assert(
      fc.property(anyGraph, (each) => {
        expect(diffFlow(each, structuredClone(each))).toEqual(nothing);
      }),
    );
  });

  test('what one direction adds the other removes', () => {
    fc.assert(
      fc.property(anyGraph, anyGraph, (before, after) => {
        const forth = diffFlow(before, after);
        const back = diffFlow(after, before);
        const count = (diff: FlowDiff, change: string) => [
          diff.nodes.filter((each) => each.change === change).length,
          diff.edges.filter((each) => each.change === change).length,
        ];
        expect(count(forth, 'added')).toEqual(count(back, 'removed'));
        expect(count(forth, 'removed')).toEqual(count(back, 'added'));
      }),
    );
  });
});
