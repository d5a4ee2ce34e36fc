import { expect, it } from 'vitest';
import type { FlowGraph } from '../../../core/flow/graph.ts';
import { pathMarks } from './path-marks.ts';

const node = (id: string, type: FlowGraph['nodes'][number]['type']) => ({
  id,
  type,
  position: { x: 0, y: 0 },
  data: {},
});
const graph: FlowGraph = {
  nodes: [node('start', 'start'), node('ask', 'ask'), node('address', 'subflow'), node('end', 'end')],
  edges: [
    { id: 'begin', source: 'start', target: 'ask' },
    { id: 'again', source: 'ask', sourceHandle: 'no', target: 'ask' },
    { id: 'on', source: 'ask', target: 'address' },
    { id: 'over', source: 'address', target: 'end' },
  ],
};
const at = (nodeId: string, flowId?: string) => ({ nodeId, flowId });
const begun = [at('start'), at('ask'), at('ask'), at('address'), at('start', 'flw_2'), at('street', 'flw_2')];
const flowName = (id: string) => (id === 'flw_2' ? 'Address' : undefined);

it('numbers the steps on nodes and edges, and lights where the session stands, a subflow at its node', () => {
  const { nodes, edges, live } = pathMarks(graph, begun, { isRunning: true, flowName });
  expect(live).toBe('address');
  expect(nodes.get('ask')).toMatchObject({ tone: 'strong', note: 'Steps 2, 3' });
  expect(nodes.get('address')).toEqual({ tone: 'live', note: 'Step 4 · is here', foot: '5, 6 in Address' });
  expect(nodes.get('end')).toEqual({ tone: 'faint' });
  expect([...edges]).toEqual([
    ['begin', { tone: 'strong', label: '2' }],
    ['again', { tone: 'strong', label: '3' }],
    ['on', { tone: 'strong', label: '4' }],
    ['over', { tone: 'faint' }],
  ]);
});

it('goes on from the node of the subflow, and lights nothing once it is over', () => {
  const { nodes, edges, live } = pathMarks(graph, [...begun, at('end')], { isRunning: false, flowName });
  expect(live).toBeUndefined();
  expect(nodes.get('end')).toMatchObject({ tone: 'strong', note: 'Step 7' });
  expect(edges.get('over')).toEqual({ tone: 'strong', label: '7' });
});

it('shortens the numbers of a node that was met again and again', () => {
  const round = Array.from({ length: 9 }, () => at('ask'));
  const { nodes } = pathMarks(graph, [at('start'), ...round], { isRunning: false, flowName });
  expect(nodes.get('ask')?.note).toBe('Steps 2, 3, 4 … 10');
});
