import { expect, test } from 'vitest';
import { re2Patterns } from './re2-patterns.ts';

const patterns = re2Patterns();

test.each([
  ['[A-Z]{2}\\d+', 'AB12', true],
  ['[A-Z]{2}\\d+', 'AB12 ', false],
  ['[A-Z]{2}\\d+', ' AB12', false],
  ['a|ab', 'ab', true],
  ['', '', true],
  ['(?i)yes', 'YES', true],
  ['\\p{L}+', 'Žluťoučký', true],
  ['.', '😀', true],
  ['a.b', 'a\nb', false],
  ['(a', '(a', false],
])('%j matches the whole of %j: %s', (pattern, text, matches) => {
  expect(patterns.matches(pattern, text)).toBe(matches);
});

test.each(['\\d+', '', '(?P<year>\\d{4})'])('%j is a pattern', (pattern) => {
  expect(patterns.problem(pattern)).toBeNull();
});

test.each([
  ['(a', 'missing closing )'],
  ['a{1001}', 'repeat count'],
  ['(?=a)b', '(?='],
  ['(a)\\1', 'escape'],
  ['[z-a]', 'range'],
])('%j is not: it says %j', (pattern, words) => {
  expect(patterns.problem(pattern)).toContain(words);
});

test('a pattern that would take ages to backtrack ends', () => {
  expect(patterns.matches('(a+)+b', 'a'.repeat(16_000))).toBe(false);
});

test('more patterns than are kept still match', () => {
  for (let n = 0; n < 1200; n += 1) expect(patterns.matches(`x${n % 600}`, `x${n % 600}`)).toBe(true);
});
