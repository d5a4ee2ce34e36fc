import { expect, it } from 'vitest';
import { inFlowOrder } from './in-flow-order.ts';

const node = (nodeId: string, entered: number) => ({ nodeId, flowId: null, entered, left: entered, endedHere: 0 });

it('puts the most entered first, and the rest as they stand in the flow', () => {
  const nodes = ['start', 'name', 'bye'].map((id) => ({
    id,
    type: 'message' as const,
    position: { x: 0, y: 0 },
    data: {},
  }));
  const version = { graph: { nodes, edges: [] }, subflows: {} };
  const found = inFlowOrder([node('bye', 1), node('name', 3), node('start', 3)], version);
  expect(found.map(({ nodeId }) => nodeId)).toEqual(['start', 'name', 'bye']);
});
