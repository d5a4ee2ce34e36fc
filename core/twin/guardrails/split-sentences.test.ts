import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { splitSentences } from './split-sentences.ts';
import { inPieces } from './testing/in-pieces.ts';

function split(text: string, lengths: readonly number[] = [1]): string[] {
  const splitter = splitSentences();
  const sentences = inPieces(text, lengths).flatMap((piece) => splitter.feed(piece));
  const rest = splitter.rest();
  return rest === '' ? sentences : [...sentences, rest];
}

const cases: [text: string, sentences: string[]][] = [
  ['One. Two! Three?', ['One.', ' Two!', ' Three?']],
  ['**Bold.** “Quoted.” (Bracketed.) End', ['**Bold.**', ' “Quoted.”', ' (Bracketed.)', ' End']],
  ['First line\nsecond line\n\nthird', ['First line', '\nsecond line', '\n\nthird']],
  ['1. One\n2. Two', ['1. One', '\n2. Two']],
  [
    'It costs 3.50 at example.org. Dr. Who, z. B., e.g. this.',
    ['It costs 3.50 at example.org.', ' Dr. Who, z. B., e.g. this.'],
  ],
  ['はい。いいえ。', ['はい。', 'いいえ。']],
  ['هل تريد؟ نعم.', ['هل تريد؟', ' نعم.']],
  [
    'See [the page. It is](https://a.example/b "Title. Long") here. Yes',
    ['See [the page. It is](https://a.example/b "Title. Long") here.', ' Yes'],
  ],
  ['', []],
];

describe('splitSentences', () => {
  it.each(cases)('splits %j', (text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  test('gives the same sentences however the text is cut, and the whole text', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b.', ' ', '\n', '[', '](', ')', '!', '。', '"', '1', 'Dr.', '…'))
      .map((each) => each.join(''));
    fc.assert(
      fc.property(text, fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (whole, lengths) => {
        expect(split(whole, lengths)).toEqual(split(whole));
        expect(split(whole).join('')).toBe(whole);
      }),
    );
  });
});
