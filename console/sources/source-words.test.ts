import { expect, it } from 'vitest';
import { placeInWords, sizeInWords } from './source-words.ts';

it.each([
  ['Page 3, Prices › Teams', { headings: ['Prices', 'Teams'], page: 3 }],
  ['Prices', { headings: ['Prices'], page: null }],
  ['Page 1', { headings: [], page: 1 }],
  ['', { headings: [], page: null }],
])('says %j', (words, place) => expect(placeInWords(place)).toBe(words));

it.each([
  [999, '999 bytes'],
  [1_400, '1 kB'],
  [25_000_000, '25.0 MB'],
])('says of %i bytes %s', (bytes, words) => expect(sizeInWords(bytes)).toBe(words));
