import { expect, it } from 'vitest';
import { answerParts } from './answer-parts.ts';

it('sets quotations apart, and leaves everything else as it was written', () => {
  expect(answerParts('This fits:\n\n> First\n>  * second [1]\n\n- a\n- b\n\n> half\nquoted')).toEqual([
    { isQuote: false, kind: 'words', words: 'This fits:' },
    { isQuote: true, kind: 'words', words: 'First\n * second [1]' },
    { isQuote: false, kind: 'words', words: '- a\n- b' },
    { isQuote: false, kind: 'words', words: '> half\nquoted' },
  ]);
});

it('tells tables, quoted ones too, from the words around them', () => {
  expect(answerParts('> | Item | Price |\n> | --- | --: |\n> | A \\| B | 2 € |\n>\n> [1]')).toEqual([
    {
      isQuote: true,
      kind: 'table',
      rows: [
        ['Item', 'Price'],
        ['A | B', '2 €'],
      ],
    },
    { isQuote: true, kind: 'words', words: '[1]' },
  ]);
});

it('tells headings and code', () => {
  expect(answerParts('## Prices\n\nRun:\n```sh\na\n\n# b\n```\nDone.')).toEqual([
    { isQuote: false, kind: 'heading', words: 'Prices' },
    { isQuote: false, kind: 'words', words: 'Run:' },
    { isQuote: false, kind: 'code', words: 'a\n\n# b' },
    { isQuote: false, kind: 'words', words: 'Done.' },
  ]);
});

it('keeps a quotation of several paragraphs together', () => {
  expect(answerParts('> One.\n>\n> Two. [1]')).toEqual([{ isQuote: true, kind: 'words', words: 'One.\n\nTwo. [1]' }]);
});

it('has no parts without words', () => expect(answerParts(' \n\n')).toEqual([]));
