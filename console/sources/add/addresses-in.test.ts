import { expect, it } from 'vitest';
import { addressesIn } from './addresses-in.ts';

it.each([
  ['', []],
  ['https://example.com/a\n\n http://example.org ', ['https://example.com/a', 'http://example.org']],
  ['example.com/prices', ['https://example.com/prices']],
  ['ftp://example.com', ['ftp://example.com']],
])('finds in %j the addresses', (text, addresses) => expect(addressesIn(text)).toEqual(addresses));
