import { expect, test } from 'vitest';
import { graph, say } from '../../../../core/flow/testing/small-graphs.ts';
import { moveNodes } from '../graph/edit-graph.ts';
import { openingView } from './opening-view.ts';

const canvas = { width: 1000, height: 600 };
const flow = graph([say('a')]);

test('a small flow is shown whole, in the middle, never enlarged', () => {
  const { x, zoom } = openingView(flow, canvas);
  expect(zoom).toBe(1);
  expect(x).toBe((1000 - 272) / 2);
});

test('a wide one opens where it begins, large enough to read', () => {
  const { x, y, zoom } = openingView(
    moveNodes(
      flow,
      new Map([
        ['start', { x: -500, y: 100 }],
        ['a', { x: 9000, y: 0 }],
      ]),
    ),
    canvas,
  );
  expect(zoom).toBeGreaterThan(0.5);
  expect(-500 * zoom + x).toBeCloseTo(48);
  expect(100 * zoom + y).toBeGreaterThan(0);
  expect(100 * zoom + y).toBeLessThan(600);
});

test('a flow without nodes opens somewhere', () => {
  expect(openingView({ nodes: [], edges: [] }, canvas)).toEqual({ x: 0, y: 0, zoom: 1 });
});
