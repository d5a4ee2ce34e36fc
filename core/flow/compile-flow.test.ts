import { describe, expect, it } from 'vitest';
import { compileFlow } from './compile-flow.ts';
import type { FlowGraph } from './graph.ts';
import { graphOf } from './testing/graph-of.ts';

const compile = (graph: FlowGraph) => compileFlow({ graph, subflows: {} }, { matchesPattern: () => true });
const start = { type: 'start' } as const;

describe('content that was never validated', () => {
  it.each<[string, FlowGraph, string]>([
    ['data', graphOf({ start, m: { type: 'message' } }), 'node m (message), text: '],
    [
      'nested data',
      graphOf({ start, s: { type: 'split', data: { branches: [{ id: 'a', weight: -1 }] } } }),
      'branches.0.weight',
    ],
    [
      'a jump to nowhere',
      graphOf({ start, j: { type: 'jump', data: { nodeId: 'x' } } }),
      'node j (jump), nodeId: names no node',
    ],
    [
      'a flow not carried',
      graphOf({ start, s: { type: 'subflow', data: { flowId: 'f' } } }),
      'node s (subflow), flowId: ',
    ],
    ['an edge to nowhere', graphOf({ start: { type: 'start', exits: { '': 'x' } } }), 'the edge start: joins'],
    ['no start', graphOf({ m: { type: 'message', data: { text: 'x' } } }), 'has no start node'],
    [
      'a twin that is not carried',
      graphOf({ start, t: { type: 'twin', data: { twinId: 'x' } } }),
      'node t (twin), twinId',
    ],
    [
      'files',
      graphOf({ start, a: { type: 'ask', data: { prompt: 'x', input: { kind: 'file' }, variable: 'x' } } }),
      'files',
    ],
  ])('is refused with its place: %s', (_, graph, problem) => {
    expect(() => compile(graph)).toThrow(problem);
  });
});
