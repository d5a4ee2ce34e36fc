import { expect, it } from 'vitest';
import type { Funnel } from '../../contract/dashboard.ts';
import type { FlowGraph } from '../../core/flow/graph.ts';
import { funnelMarks } from './funnel-marks.ts';

const position = { x: 0, y: 0 };
/** A question whose two answers lead to the same end, one of them by way of a message, and a node nobody meets. */
const graph: FlowGraph = {
  nodes: [
    { id: 'start', type: 'start', position, data: {} },
    {
      id: 'ask',
      type: 'ask',
      position,
      data: {
        prompt: 'Tea?',
        input: {
          kind: 'choice',
          options: [
            { id: 'yes', label: 'Yes' },
            { id: 'no', label: 'No' },
          ],
        },
      },
    },
    { id: 'tea', type: 'message', position, data: { text: 'Here you are.' } },
    { id: 'end', type: 'end', position, data: {} },
    { id: 'lost', type: 'message', position, data: { text: 'Hello?' } },
  ],
  edges: [
    { id: 'begin', source: 'start', target: 'ask' },
    { id: 'yes', source: 'ask', sourceHandle: 'yes', target: 'tea' },
    { id: 'no', source: 'ask', sourceHandle: 'no', target: 'end' },
    { id: 'then', source: 'tea', target: 'end' },
    { id: 'never', source: 'lost', target: 'end' },
  ],
};
const tally = (nodeId: string, entered: number, endedHere: number, flowId: string | null = null) => ({
  nodeId,
  flowId,
  entered,
  endedHere,
  left: entered - endedHere,
});
const funnel: Funnel = {
  sessions: 200,
  nodes: [
    tally('start', 200, 0),
    tally('ask', 200, 50),
    tally('tea', 100, 10),
    tally('end', 140, 140),
    tally('lost', 7, 7, 'flw_2'),
  ],
};

it('gives each node its figures; a node of a subflow lends none to its namesake', () => {
  const { nodes } = funnelMarks(graph, funnel);
  expect(nodes.get('ask')).toEqual({
    tone: 'plain',
    note: '200 came · 100 %',
    foot: '150 went on · 50 ended',
    share: 1,
  });
  expect(nodes.get('end')).toMatchObject({ note: '140 came · 70 %', foot: '140 ended', share: 0.7 });
  expect(nodes.get('lost')).toEqual({ tone: 'faint', note: 'Nobody came', share: 0 });
});

it('makes an edge as wide as the sessions that took it, where that can be told', () => {
  const { edges } = funnelMarks(graph, funnel);
  expect(edges.get('begin')?.width).toBe(9);
  expect(edges.get('yes')?.width).toBeCloseTo((1.6 + 9) / 2);
  expect(edges.get('then')?.width).toBeCloseTo(1.6 + 7.4 * 0.45);
  expect(edges.has('no')).toBe(false);
  expect(edges.get('never')).toEqual({ tone: 'faint' });
});

it('cannot tell an edge to where a jump leads too', () => {
  const jump = { id: 'jump', type: 'jump', position, data: { nodeId: 'tea' } } as const;
  const { edges } = funnelMarks({ ...graph, nodes: [...graph.nodes, jump] }, funnel);
  expect(edges.has('yes')).toBe(false);
});

it('says nothing of a version without sessions', () => {
  const { nodes, edges } = funnelMarks(graph, { sessions: 0, nodes: [] });
  expect([nodes.size, edges.size]).toEqual([0, 0]);
});
