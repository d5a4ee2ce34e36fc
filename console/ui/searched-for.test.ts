import { expect, test } from 'vitest';
import { searchedFor } from './searched-for.ts';

test.each([undefined, 7, '', '  '])('%j searches for nothing', (q) => {
  expect(searchedFor(q)).toBeUndefined();
});

test('a search that is too long is cut between characters', () => {
  const most = 'x'.repeat(200);
  expect(searchedFor(`${most}x`)).toBe(most);
  expect(searchedFor(`${'x'.repeat(199)}🙂`)).toBe('x'.repeat(199));
  expect(searchedFor(`${'x'.repeat(198)}🙂`)).toBe(`${'x'.repeat(198)}🙂`);
});
