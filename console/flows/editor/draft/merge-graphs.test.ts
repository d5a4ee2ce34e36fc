import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FlowGraph } from '../../../../core/flow/graph.ts';
import { ask, edge, graph, node, options, say } from '../../../../core/flow/testing/small-graphs.ts';
import { connect, moveNodes, removeNodes, setNodeData } from '../graph/edit-graph.ts';
import { mergeGraphs } from './merge-graphs.ts';

const base = graph([say('hello', 'Hello'), ask('name'), say('bye', 'Bye')], ['hello -> name', 'name -> bye'], {
  language: 'en',
  translations: { de: { hello: { text: 'Hallo' } } },
});
const say2 = (text: string) => setNodeData(base, 'hello', { text });

describe('what only one side changed is taken', () => {
  const theirs = setNodeData(base, 'bye', { text: 'See you' });

  test('in different nodes', () => {
    const { graph: merged, conflicts } = mergeGraphs(base, say2('Hi'), theirs);
    expect(conflicts).toEqual([]);
    expect(textsOf(merged)).toEqual({ hello: 'Hi', bye: 'See you' });
  });

  test('in different fields of one node', () => {
    const mine = setNodeData(base, 'name', { ...dataOf(base, 'name'), prompt: 'And you?' });
    const others = setNodeData(base, 'name', { ...dataOf(base, 'name'), variable: 'who' });
    const { graph: merged, conflicts } = mergeGraphs(base, mine, others);
    expect(conflicts).toEqual([]);
    expect(dataOf(merged, 'name')).toMatchObject({ prompt: 'And you?', variable: 'who' });
  });

  test('a node moved by one and edited by the other', () => {
    const { graph: merged, conflicts } = mergeGraphs(base, moveNodes(base, new Map([['bye', { x: 9, y: 9 }]])), theirs);
    expect(conflicts).toEqual([]);
    expect(merged.nodes.find(({ id }) => id === 'bye')).toMatchObject({
      position: { x: 9, y: 9 },
      data: { text: 'See you' },
    });
  });

  test('a node one added, with its edges', () => {
    const added = connect({ ...base, nodes: [...base.nodes, say('more')] }, { source: 'bye', handle: '' }, 'more');
    for (const [mine, others] of [
      [added, theirs],
      [theirs, added],
    ] as const) {
      const { graph: merged, conflicts } = mergeGraphs(base, mine, others);
      expect(conflicts).toEqual([]);
      expect(merged.edges).toContainEqual({ id: 'bye:', source: 'bye', target: 'more' });
    }
  });

  test('a node one deleted and the other left alone, and all that hangs on it', () => {
    const { graph: merged, conflicts } = mergeGraphs(base, removeNodes(base, ['hello']), theirs);
    expect(conflicts).toEqual([]);
    expect(merged.nodes.map(({ id }) => id)).toEqual(['start', 'name', 'bye']);
    expect(merged.edges).toEqual([edge('name -> bye')]);
    expect(merged.translations).toEqual({ de: {} });
  });

  test('a node one deleted and the other merely moved', () => {
    const moved = moveNodes(base, new Map([['hello', { x: 50, y: 50 }]]));
    const { graph: merged, conflicts } = mergeGraphs(base, removeNodes(base, ['hello']), moved);
    expect(conflicts).toEqual([]);
    expect(merged.nodes.map(({ id }) => id)).not.toContain('hello');
  });
});

describe('what both changed', () => {
  test('in the same way is no conflict', () => {
    expect(mergeGraphs(base, say2('Hi'), say2('Hi')).conflicts).toEqual([]);
  });

  test('a text in two ways is a conflict, mine until theirs is chosen', () => {
    const { graph: merged, conflicts } = mergeGraphs(base, say2('Hi'), say2('Hey'));
    expect(textsOf(merged).hello).toBe('Hi');
    expect(conflicts).toMatchObject([
      { nodeId: 'hello', field: 'text', base: 'Hello', mine: 'Hi', theirs: 'Hey', chosen: 'mine' },
    ]);
    const key = conflicts[0]?.key ?? '';
    const chosen = mergeGraphs(base, say2('Hi'), say2('Hey'), new Map([[key, 'theirs']]));
    expect(textsOf(chosen.graph).hello).toBe('Hey');
  });

  test('an exit led to two nodes is a conflict', () => {
    const mine = connect(base, { source: 'hello', handle: '' }, 'bye');
    const others = connect(base, { source: 'hello', handle: '' }, 'hello');
    const { graph: merged, conflicts } = mergeGraphs(base, mine, others);
    expect(conflicts).toMatchObject([{ nodeId: 'hello', field: 'exits.' }]);
    expect(merged.edges.filter(({ source }) => source === 'hello').map(({ target }) => target)).toEqual(['bye']);
  });

  test('a node that one deleted and the other changed is kept, whoever deleted it', () => {
    for (const [mine, others] of [
      [removeNodes(base, ['hello']), say2('Hi')],
      [say2('Hi'), removeNodes(base, ['hello'])],
    ] as const) {
      const { graph: merged, conflicts } = mergeGraphs(base, mine, others);
      expect(conflicts).toMatchObject([{ nodeId: 'hello', field: '' }]);
      expect(textsOf(merged).hello).toBe('Hi');
    }
  });

  test('a translation in two ways is a conflict', () => {
    const to = (text: string): FlowGraph => ({ ...base, translations: { de: { hello: { text } } } });
    const { graph: merged, conflicts } = mergeGraphs(base, to('Moin'), to('Servus'));
    expect(conflicts).toMatchObject([{ nodeId: 'hello', field: 'translations.de.text' }]);
    expect(merged.translations).toEqual({ de: { hello: { text: 'Moin' } } });
  });
});

test('edges never end up with the same id', () => {
  const choice = ask('pick', { kind: 'choice', options: options('a', 'b') });
  const start = graph([choice, say('one'), say('two')]);
  const mine = { ...start, edges: [...start.edges, { id: 'x', source: 'pick', sourceHandle: 'a', target: 'one' }] };
  const theirs = { ...start, edges: [...start.edges, { id: 'x', source: 'pick', sourceHandle: 'b', target: 'two' }] };
  const ids = mergeGraphs(start, mine, theirs).graph.edges.map(({ id }) => id);
  expect(ids).toHaveLength(3);
  expect(new Set(ids).size).toBe(3);
});

const ids = ['a', 'b', 'c', 'd'];
const anyGraph = fc
  .tuple(
    fc.subarray(ids),
    fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 5 }),
    fc.dictionary(fc.constantFrom(...ids), fc.constantFrom('x', 'y', 'z')),
  )
  .map(([present, links, texts]): FlowGraph => {
    const nodes = present.map((id) => node(id, 'message', { text: texts[id] ?? 'x' }));
    const known = links.filter(([source, target]) => present.includes(source) && present.includes(target));
    const byExit = new Map(known.map(([source, target]) => [source, { id: `${source}:`, source, target }]));
    return { nodes, edges: [...byExit.values()] };
  });

test('merging with an unchanged side gives the other side, and the order of sides does not matter without conflicts', () => {
  fc.assert(
    fc.property(anyGraph, anyGraph, anyGraph, (first, mine, theirs) => {
      expect(sorted(mergeGraphs(first, mine, first).graph)).toEqual(sorted(mine));
      expect(sorted(mergeGraphs(first, first, theirs).graph)).toEqual(sorted(theirs));
      const one = mergeGraphs(first, mine, theirs);
      const other = mergeGraphs(first, theirs, mine);
      expect(one.conflicts.map(({ key }) => key).sort()).toEqual(other.conflicts.map(({ key }) => key).sort());
      if (one.conflicts.length === 0) expect(sorted(one.graph)).toEqual(sorted(other.graph));
      for (const each of one.graph.edges) expect(one.graph.nodes.map(({ id }) => id)).toContain(each.target);
    }),
  );
});

function sorted({ nodes, edges }: FlowGraph) {
  const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
  return { nodes: nodes.toSorted(byId), edges: edges.toSorted(byId) };
}

function dataOf({ nodes }: FlowGraph, nodeId: string) {
  return nodes.find(({ id }) => id === nodeId)?.data ?? {};
}

function textsOf({ nodes }: FlowGraph) {
  return Object.fromEntries(nodes.flatMap(({ id, data }) => ('text' in data ? [[id, data.text]] : [])));
}
