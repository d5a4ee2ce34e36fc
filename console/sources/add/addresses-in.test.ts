import { expect, it } from 'vitest';
import { addressesIn } from './addresses-in.ts';

it.each([
  ['', []],
  ['https://example.com/a\n\n http://example.org ', ['https://example.com/a', 'http://example.org']],
  ['example.com/prices', ['https://example.com/prices']],
  ['example.com, example.org', ['https://example.com', 'https://example.org']],
  ['see our prices\nexample.com', ['see our prices', 'https://example.com']],
  ['https://example.com/a,b;c', ['https://example.com/a,b;c']],
  ['ftp://example.com', ['ftp://example.com']],
])('finds in %j the addresses', (text, addresses) => expect(addressesIn(text)).toEqual(addresses));
