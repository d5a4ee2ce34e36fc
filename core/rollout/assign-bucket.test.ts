import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignBucket } from './assign-bucket.ts';
import { murmur3 } from './murmur3.ts';

const keys = Array.from({ length: 100_000 }, (_, index) => `visitor-${index}`);

test('is murmur3 of salt, colon and key, modulo 10000', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }),
      (salt, key) => assignBucket(salt, key) === murmur3(`${salt}:${key}`) % 10_000,
    ),
  );
});

test('never moves anyone: stored draws rely on these buckets', () => {
  expect(assignBucket('salt', 'visitor-1')).toBe(1321);
  expect(assignBucket('salt', 'Zoë')).toBe(9133);
  expect(assignBucket('', '')).toBe(7430);
});

test('spreads keys evenly over the buckets', () => {
  const counts = new Array<number>(100).fill(0);
  for (const key of keys) {
    const centile = Math.floor(assignBucket('even', key) / 100);
    counts[centile] = (counts[centile] ?? 0) + 1;
  }
  const chiSquared = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  expect(chiSquared).toBeLessThan(149);
});

test('draws independently under different salts', () => {
  const both = keys.filter((key) => assignBucket('one', key) < 2500 && assignBucket('two', key) < 2500);
  expect(both.length / keys.length).toBeCloseTo(0.0625, 2);
});
