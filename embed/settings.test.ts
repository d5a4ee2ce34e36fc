import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

const origin = 'https://talk.example';
const plain = { deployment: 'abc', mode: 'bubble', target: null, identityToken: null, origin };

describe('readSettings', () => {
  it.each([
    [{ deployment: 'abc' }, plain],
    [
      { deployment: 'abc', mode: 'page' },
      { ...plain, mode: 'page' },
    ],
    [{ deployment: 'abc', mode: 'hologram' }, plain],
    [
      { deployment: 'abc', target: '#here' },
      { ...plain, mode: 'inline', target: '#here' },
    ],
    [
      { deployment: 'abc', identityToken: 'a.b.c' },
      { ...plain, identityToken: 'a.b.c' },
    ],
    [{ deployment: 'abc', identityToken: '' }, plain],
    [{}, null],
    [{ deployment: 7 }, null],
  ])('of %j are %j', (given, settings) => expect(readSettings(given, origin)).toEqual(settings));
});
