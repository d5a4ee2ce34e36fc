import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitMarks } from './split-marks.ts';

const shown = (words: string) => splitMarks(words).map((piece) => piece.number ?? piece.words);

describe('splitMarks', () => {
  it.each([
    ['Ten days [1].', ['Ten days ', 1, '.']],
    ['[1][12] So it is.', [1, 12, ' So it is.']],
    ['No marks: [a], [], [ 1 ], [1000], 1].', ['No marks: [a], [], [ 1 ], [1000], 1].']],
    ['', []],
  ])('reads %j as %j', (words, pieces) => expect(shown(words)).toEqual(pieces));

  it('loses no character, and knows where each piece begins', () => {
    const words = fc.string({ unit: fc.constantFrom('[', ']', '1', '2', 'a', ' ') });
    fc.assert(
      fc.property(words, (text) => {
        const pieces = splitMarks(text);
        expect(pieces.map((piece) => piece.words).join('')).toBe(text);
        for (const piece of pieces) expect(text.startsWith(piece.words, piece.at)).toBe(true);
      }),
    );
  });
});
