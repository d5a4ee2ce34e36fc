import { expect, it } from 'vitest';
import { answerParts } from './answer-parts.ts';

it('sets quotations apart, and leaves everything else as it was written', () => {
  expect(answerParts('This fits:\n\n> First\n>  * second [1]\n\n- a\n- b\n\n> half\nquoted')).toEqual([
    { isQuote: false, words: 'This fits:' },
    { isQuote: true, words: 'First\n * second [1]' },
    { isQuote: false, words: '- a\n- b' },
    { isQuote: false, words: '> half\nquoted' },
  ]);
});

it('has no parts without words', () => expect(answerParts(' \n\n')).toEqual([]));
