import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitWords } from './split-words.ts';

describe('splitWords', () => {
  it.each([
    ['words in lower case, with their accents', 'Où est le CAFÉ ?', ['où', 'est', 'le', 'café']],
    ['a name in camel case, and its parts', 'getUserName()', ['getusername', 'get', 'user', 'name']],
    ['a name that begins with capitals', 'HTTPServer', ['httpserver', 'http', 'server']],
    ['the parts of a name in snake case', 'utm_source', ['utm', 'source']],
    ['Chinese by pairs', '退款政策', ['退款', '款政', '政策']],
    ['one Chinese character', '茶', ['茶']],
    ['Japanese beside Latin', '高速なFormatter', ['高速', '速な', 'formatter']],
    ['Korean by pairs', '배송은', ['배송', '송은']],
    ['letters in another form', 'ﬁne ２４h', ['fine', '24h']],
    ['no data', 'x'.repeat(65), []],
  ])('gives %s', (_, text, words) => {
    expect(splitWords(text)).toEqual(words);
  });

  it('gives nothing but letters, digits and marks, in lower case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const word of splitWords(text)) {
          expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
          expect(word).toBe(word.toLowerCase());
        }
      }),
    );
  });
});
