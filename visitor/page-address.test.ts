import { describe, expect, it } from 'vitest';
import { readPageAddress } from './page-address.ts';
import { pathOf } from './start/path-of.ts';

describe('page address', () => {
  it.each([
    ['/d/abc', '', { key: 'abc', mode: null, isEmbedded: false }],
    ['/d/abc/', '?embed=1', { key: 'abc', mode: null, isEmbedded: true }],
    ['/d/abc/chat', '?embed=0', { key: 'abc', mode: 'chat', isEmbedded: false }],
    ['/d/a%20b/video', '', { key: 'a b', mode: 'video', isEmbedded: false }],
    ['/d/', '', null],
    ['/d/abc/fax', '', null],
    ['/d/%E0%A4%A', '', null],
  ])('of %s%s is %j', (path, query, address) => expect(readPageAddress(path, query)).toEqual(address));

  it('is written as it is read', () => {
    expect(readPageAddress(pathOf('a b/c', 'audio', ''), '')).toEqual({
      key: 'a b/c',
      mode: 'audio',
      isEmbedded: false,
    });
  });
});
