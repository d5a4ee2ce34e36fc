import { expect, test } from 'vitest';
import { panToShow } from './pan-to-show.ts';

const node = { x: 500, width: 200 };

test.each([
  ['in sight, it stays', { x: 0, zoom: 1 }, 1000, 0],
  ['cut off, it moves in', { x: 0, zoom: 1 }, 600, -124],
  ['beyond the side, it moves in', { x: 200, zoom: 1 }, 600, -324],
  ['drawn small, it is in sight', { x: 0, zoom: 0.5 }, 600, 0],
  ['wider than the canvas, it shows where it begins', { x: 0, zoom: 2 }, 300, -976],
  ['left of the canvas, it does not go further away', { x: -700, zoom: 1 }, 20, 0],
])('%s', (_, view, canvasWidth, pan) => {
  expect(panToShow(node, view, canvasWidth) + 0).toBe(pan);
});
