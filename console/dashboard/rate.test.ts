import { expect, test } from 'vitest';
import { rateInWords, rateNote } from './rate.ts';

test.each([
  [null, '–'],
  [0, '0 %'],
  [0.626, '63 %'],
  [1, '100 %'],
])('a rate of %s reads %s', (successRate, words) => {
  expect(rateInWords({ successRate })).toBe(words);
});

test('a rate over few sessions says so', () => {
  expect(rateNote({ judged: 0, achieved: 0 })).toBe('Nothing is judged yet');
  expect(rateNote({ judged: 19, achieved: 10 })).toBe('10 of 19 judged: too few to rely on');
  expect(rateNote({ judged: 20, achieved: 10 })).toBe('10 of 20 judged');
});
