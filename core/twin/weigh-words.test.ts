import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutAtWords, packPieces, weighWords } from './weigh-words.ts';

test.each([
  ['', 0],
  ['  \n\t ', 0],
  ['one', 1],
  [' one two\u00a0three\n', 3],
  ["don't-stop, 3.5", 2],
  ['漢字仮名', 2],
  ['カタカナ語', 3],
  ['สวัสดีครับ', 2],
  ['x'.repeat(24), 1],
  ['x'.repeat(25), 2],
  [' '.repeat(48), 2],
  ['word漢字', 2],
])('%j weighs %i', (text, weight) => {
  expect(weighWords(text)).toBe(weight);
});

test('a text is cut into pieces of at most so many words, and nothing of it is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), fc.integer({ min: 1, max: 9 }), (text, most) => {
      const pieces = cutAtWords(text, most);
      expect(pieces.join('').replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
      for (const piece of pieces) expect(weighWords(piece)).toBeLessThanOrEqual(most);
      for (const piece of pieces) expect(piece.isWellFormed()).toBe(true);
    }),
  );
});

test('pieces are packed evenly, not one full and the rest empty', () => {
  const pieces = Array.from({ length: 11 }, () => 'one two ');
  expect(packPieces(pieces, 20).map(weighWords)).toEqual([12, 10]);
});
