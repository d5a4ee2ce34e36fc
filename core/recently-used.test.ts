import { expect, test } from 'vitest';
import { recentlyUsed } from './recently-used.ts';

const keys = ['a', 'b', 'c', 'd'];

test('the value unused longest gives way to one more than are kept', () => {
  const kept = recentlyUsed<number>(3);
  for (const [index, key] of keys.entries()) kept.set(key, index);
  expect(keys.map(kept.get)).toEqual([undefined, 1, 2, 3]);
});

test('a value that was looked up or set again stays', () => {
  const kept = recentlyUsed<number>(3);
  for (const key of ['a', 'b', 'c']) kept.set(key, 0);
  kept.get('a');
  kept.set('b', 1);
  kept.set('d', 0);
  expect(keys.map(kept.get)).toEqual([0, 1, undefined, 0]);
});

test('what is deleted is gone, and leaves room', () => {
  const kept = recentlyUsed<number>(2);
  for (const key of ['a', 'b']) kept.set(key, 0);
  kept.delete('b');
  kept.set('c', 0);
  expect(keys.map(kept.get)).toEqual([0, undefined, 0, undefined]);
});
