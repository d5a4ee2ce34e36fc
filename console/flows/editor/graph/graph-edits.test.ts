import { describe, expect, test } from 'vitest';
import { graphSchema, nodeTypes } from '../../../../core/flow/graph.ts';
import { ask, call, condition, graph, jump, node, options, say } from '../../../../core/flow/testing/small-graphs.ts';
import { exitsOf } from '../../../../core/flow/validation/node-exits.ts';
import { valueAt, withValueAt } from './change-path.ts';
import { copyNodes, pasteNodes, readFragment } from './clipboard.ts';
import { addNode, connect, disconnect, removeNodes, renameExit, setNodeData, targetOf } from './edit-graph.ts';
import { idFromLabel, isUnnamed, unnamedId } from './entry-ids.ts';
import { findTypes } from './find-types.ts';
import { labelledExits } from './labelled-exits.ts';
import { newNode } from './new-node.ts';
import { nodeCatalogue } from './node-catalogue.ts';
import { nodeSize } from './node-size.ts';
import { outlineFlow } from './outline-flow.ts';
import { searchNodes } from './search-nodes.ts';
import { summarizeNode } from './summarize-node.ts';
import { hasOverlaps, tidyGraph } from './tidy-graph.ts';

const pick = ask('pick', { kind: 'choice', options: options('a', 'b') }, { maxRetries: 2 });
const base = graph(
  [say('hello', 'Hello'), pick, say('one'), say('two')],
  ['hello -> pick', 'pick:a -> one', 'pick:b -> two'],
  {
    translations: { de: { hello: { text: 'Hallo' }, pick: { 'options.a': 'Erste', prompt: 'Was?' } } },
  },
);
let count = 0;
const newId = (prefix: string) => `${prefix}-${++count}`;
const plain = (source: string) => ({ source, handle: '' });

describe('adding', () => {
  test('a node after another stands between it and what followed', () => {
    const added = addNode(base, say('more'), plain('hello'));
    expect([targetOf(added, plain('hello')), targetOf(added, plain('more'))]).toEqual(['more', 'pick']);
  });

  test('a node without a plain exit ends the path', () => {
    const added = addNode(base, node('bye', 'end'), plain('hello'));
    expect(targetOf(added, plain('hello'))).toBe('bye');
    expect(added.edges.some(({ target }) => target === 'pick')).toBe(false);
  });

  test('each type begins with what the schema knows and a variable nobody uses', () => {
    for (const type of nodeTypes) {
      const made = newNode(base, type, { x: 1.4, y: 2.6 }, newId);
      expect(made.position).toEqual({ x: 1, y: 3 });
      expect(graphSchema.safeParse({ nodes: [made], edges: [] }).success).toBe(true);
    }
    const first = addNode(base, newNode(base, 'ask', { x: 0, y: 0 }, newId));
    expect(newNode(first, 'ask', { x: 0, y: 0 }, newId).data.variable).toBe('answer2');
  });
});

describe('connecting', () => {
  test('an exit leads to one node', () => {
    const moved = connect(base, { source: 'pick', handle: 'a' }, 'two');
    expect(targetOf(moved, { source: 'pick', handle: 'a' })).toBe('two');
    expect(moved.edges).toHaveLength(base.edges.length);
    expect(new Set(moved.edges.map(({ id }) => id)).size).toBe(moved.edges.length);
  });

  test('an exit can be left open', () => {
    expect(targetOf(disconnect(base, plain('hello')), plain('hello'))).toBeUndefined();
  });
});

describe('changing data', () => {
  test('an option that goes takes its edge and its translation along', () => {
    const data = { ...pick.data, input: { kind: 'choice', options: options('b') } };
    const changed = setNodeData(base, 'pick', data);
    expect(changed.edges.map(({ target }) => target)).toEqual(['hello', 'pick', 'two']);
    expect(changed.translations).toEqual({ de: { hello: { text: 'Hallo' }, pick: { prompt: 'Was?' } } });
  });

  test('an option that is renamed keeps both', () => {
    const data = { ...pick.data, input: { kind: 'choice', options: options('first', 'b') } };
    const renamed = renameExit(base, 'pick', { from: 'a', to: 'first', data });
    expect(targetOf(renamed, { source: 'pick', handle: 'first' })).toBe('one');
    expect(renamed.translations?.de?.pick).toEqual({ prompt: 'Was?', 'options.first': 'Erste' });
  });

  test('the start cannot be removed, and a node goes with its edges and texts', () => {
    const left = removeNodes(base, ['start', 'hello']);
    expect(left.nodes.map(({ id }) => id)).toEqual(['start', 'pick', 'one', 'two']);
    expect(left.edges.map(({ source }) => source)).toEqual(['pick', 'pick']);
    expect(left.translations).toEqual({ de: { pick: base.translations?.de?.pick } });
  });

  test.each([
    ['a field', 'text', 'Hi', { text: 'Hi', list: [{ a: 1 }, { a: 2 }] }],
    ['a field inside a list', 'list.1.a', 3, { text: '', list: [{ a: 1 }, { a: 3 }] }],
    ['a group that is not there yet', 'media.url', 'x', { text: '', list: [{ a: 1 }, { a: 2 }], media: { url: 'x' } }],
    ['no value takes an entry away', 'list.0', undefined, { text: '', list: [{ a: 2 }] }],
    ['no value takes a field away', 'text', undefined, { list: [{ a: 1 }, { a: 2 }] }],
  ])('by path: %s', (_, path, value, expected) => {
    const before = { text: '', list: [{ a: 1 }, { a: 2 }] };
    const after = withValueAt(before, path, value);
    expect(after).toEqual(expected);
    if (value !== undefined) expect(valueAt(after, path)).toBe(value);
  });
});

describe('copying', () => {
  const copied = copyNodes(addNode(base, jump('back', 'hello')), new Set(['start', 'hello', 'pick', 'back']));

  test('nodes go to another flow under new ids, with their edges, jumps and known translations', () => {
    const fragment = readFragment(JSON.stringify(copied));
    if (!fragment) throw new Error('the clipboard lost the nodes');
    const other = graph([say('x')], [], { translations: { de: {}, fr: {} } });
    const { graph: pasted, ids } = pasteNodes(other, fragment, { x: 100, y: 50 }, newId);
    const [hello = '', pickId = '', back = ''] = ids;
    expect(ids).toHaveLength(3);
    expect(targetOf(pasted, plain(hello))).toBe(pickId);
    expect(pasted.nodes.find(({ id }) => id === back)?.data).toEqual({ nodeId: hello });
    expect(pasted.translations).toEqual({
      de: { [hello]: { text: 'Hallo' }, [pickId]: base.translations?.de?.pick },
      fr: {},
    });
    expect(Math.min(...pasted.nodes.filter(({ id }) => ids.includes(id)).map(({ position }) => position.x))).toBe(100);
  });

  test('a start alone, and a clipboard that holds something else, give nothing', () => {
    expect(copyNodes(base, new Set(['start']))).toBeNull();
    for (const text of ['hello', '{}', '[1]', '']) expect(readFragment(text)).toBeNull();
  });
});

describe('reading', () => {
  test('the ways out that are drawn are those that an edge may leave by', () => {
    for (const type of nodeTypes) {
      const made = newNode(base, type, { x: 0, y: 0 }, newId);
      const known = exitsOf(made);
      for (const { handle } of labelledExits(made)) expect(known.has(handle)).toBe(true);
    }
    expect(labelledExits(pick).map(({ label }) => label)).toEqual([
      'Option a',
      'Option b',
      'Any other answer',
      'Given up after 3 tries',
    ]);
  });

  test('a broken draft is summarized and drawn all the same', () => {
    for (const type of nodeTypes) {
      for (const value of [null, 7, 'x', [], [null], {}]) {
        const data = Object.fromEntries(Object.keys(nodeCatalogue[type].initialData).map((field) => [field, value]));
        const broken = node('a', type, data);
        expect(typeof summarizeNode(broken)).toBe('string');
        expect(nodeSize(broken).height).toBeGreaterThan(0);
        expect(labelledExits(broken).every(({ label }) => typeof label === 'string')).toBe(true);
      }
    }
  });

  test('a condition reads as words', () => {
    expect(summarizeNode(condition('a', 'contact.plan', 'x'))).toBe('contact.plan is set');
  });

  test('every word of a search must be in id, type or text', () => {
    expect(searchNodes(base, 'option PICK').map(({ id }) => id)).toEqual(['pick']);
    expect(searchNodes(base, 'message').map(({ id }) => id)).toEqual(['hello', 'one', 'two']);
    expect(searchNodes(base, '  ')).toEqual([]);
  });

  test('the outline lists each node once, branch after branch, and what is not reached last', () => {
    const lines = outlineFlow({ ...base, nodes: [...base.nodes, say('lost'), call('sub', 'x')] });
    expect(lines.map(({ node: { id }, depth, via }) => [id, depth, via])).toEqual([
      ['start', 0, null],
      ['hello', 0, null],
      ['pick', 0, null],
      ['one', 1, 'Option a'],
      ['two', 1, 'Option b'],
      ['lost', 0, null],
      ['sub', 0, null],
    ]);
    expect(lines.map(({ isReached }) => isReached)).toEqual([true, true, true, true, true, false, false]);
  });
});

test('tidying leaves no node upon another and moves along the conversation', () => {
  const tidy = tidyGraph(base);
  expect(hasOverlaps(base)).toBe(true);
  expect(hasOverlaps(tidy)).toBe(false);
  const x = new Map(tidy.nodes.map(({ id, position }) => [id, position.x]));
  for (const { source, target } of tidy.edges) expect(x.get(target)).toBeGreaterThan(x.get(source) ?? 0);
});

test('a type is found by its name before its description', () => {
  expect(findTypes('end')[0]).toBe('end');
  expect(findTypes('Send')).toEqual(['split']);
  expect(findTypes('nothing of the kind')).toEqual([]);
});

test('ids come from what an author calls an entry, and never twice', () => {
  expect(idFromLabel('Größe: ja, bitte!', new Set())).toBe('große-ja-bitte');
  expect(idFromLabel('Yes', new Set(['yes', 'yes-2']))).toBe('yes-3');
  expect(idFromLabel('!!!', new Set())).toBe('option');
  expect(unnamedId(new Set(['new-1']))).toBe('new-2');
  expect(isUnnamed('new-2')).toBe(true);
});
