import { expect, test } from 'vitest';
import { agoInWords } from './ago-in-words.ts';

const now = new Date('2026-03-01T12:00:00Z');

test.each([
  ['2026-03-01T12:00:00Z', 'just now'],
  ['2026-03-01T11:59:16Z', 'just now'],
  ['2026-03-01T12:00:44Z', 'just now'],
  ['2026-03-01T11:59:15Z', '1 minute ago'],
  ['2026-03-01T11:57:20Z', '3 minutes ago'],
  ['2026-03-01T11:01:00Z', '59 minutes ago'],
  ['2026-03-01T11:00:00Z', '1 hour ago'],
  ['2026-03-01T14:00:00Z', 'in 2 hours'],
  ['2026-02-28T12:00:00Z', '1 day ago'],
  ['2026-02-01T12:00:00Z', '28 days ago'],
  ['2026-01-30T12:00:00Z', '1 month ago'],
  ['2025-03-01T12:00:00Z', '1 year ago'],
  ['2024-03-01T12:00:00Z', '2 years ago'],
])('%s is %s', (at, words) => {
  expect(agoInWords(new Date(at), now)).toBe(words);
});
