import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FoundPassage } from '../../ports/brain.ts';
import { citationMarks } from './citation-marks.ts';

const passages: readonly FoundPassage[] = [1, 2, 3].map((number) => ({
  sourceId: `src_${number}`,
  revision: 1,
  number,
  title: '',
  headings: [],
  page: null,
  text: '',
  score: 1,
  confidence: 1,
  access: 'mentioned',
}));

function rewrite(pieces: readonly string[]): { text: string; cited: number[] } {
  const marks = citationMarks((number) => passages[number - 1]);
  const text = pieces.map((piece) => marks.push(piece)).join('') + marks.end();
  return { text, cited: marks.cited.map(({ number }) => number) };
}

test.each([
  ['A [2]. B [1]. C [2].', 'A [1]. B [2]. C [1].', [2, 1]],
  ['A [3, 1].', 'A [1][2].', [3, 1]],
  ['A [3][1] [3].', 'A [1][2] [1].', [3, 1]],
  ['A [7] and [0].', 'A and.', []],
  ['A [2, 7].', 'A [1].', [2]],
  ['A [2, 2].', 'A [1].', [2]],
  ['`list[2]` [2]', '`list[2]` [1]', [2]],
  ['```js\nlist[2]\n``\n[1]\n``` [3]', '```js\nlist[2]\n``\n[1]\n``` [1]', [3]],
  ['[docs](https://example.org) [a] [] [ 1 ]', '[docs](https://example.org) [a] [] [ 1 ]', []],
  ['ends [', 'ends [', []],
  ['ends [2', 'ends [2', []],
  [`[${'1,'.repeat(30)}2]`, '[1][2]', [1, 2]],
])('%j', (said, text, cited) => {
  expect(rewrite([said])).toEqual({ text, cited });
});

test('it does not matter where pieces are cut', () => {
  const token = fc.constantFrom('[1]', '[2, 3]', ' [3]', '[', ']', '`', '```', ' ', 'word', '1', ',', '\n', '[9]');
  fc.assert(
    fc.property(fc.array(token, { maxLength: 20 }), fc.array(fc.nat(60), { maxLength: 8 }), (tokens, cuts) => {
      const text = tokens.join('');
      const places = [0, ...cuts.filter((cut) => cut < text.length).toSorted((a, b) => a - b), text.length];
      const pieces = places.slice(1).map((end, index) => text.slice(places[index], end));
      expect(rewrite(pieces)).toEqual(rewrite([text]));
    }),
  );
});
