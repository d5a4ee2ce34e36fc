import { expect, test } from 'vitest';
import { attemptsAtMost, nextAttemptAt } from './reading-attempts.ts';

const now = new Date('2026-03-01T12:00:00Z');
const hourMs = 60 * 60 * 1000;
const waitMs = (attempts: number, askedMs?: number) => {
  const at = nextAttemptAt(attempts, now, askedMs);
  return at && at.getTime() - now.getTime();
};

test('each attempt waits longer than the one before, and the last is the last', () => {
  expect([1, 2, 3, attemptsAtMost].map((attempts) => waitMs(attempts))).toEqual([5_000, 30_000, 180_000, null]);
});

test.each([
  ['longer than usual', 1, 90_000, 90_000],
  ['shorter than usual', 2, 1_000, 30_000],
  ['nothing', 1, 0, 5_000],
  ['an hour', 1, hourMs, hourMs],
  ['a year', 1, 365 * 24 * hourMs, hourMs],
  ['to wait after the last attempt', 4, 90_000, null],
])('a site that asks for %s is waited for within an hour', (_what, attempts, askedMs, expected) => {
  expect(waitMs(attempts, askedMs)).toBe(expected);
});
