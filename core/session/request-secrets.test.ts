import { expect, test } from 'vitest';
import { secretNames, withSecrets } from './request-secrets.ts';

const request = {
  url: 'https://example.com/{{secret.ROOM}}?q=1',
  headers: { authorization: 'Bearer {{ secret.TOKEN }}' },
  body: { keys: ['{{secret.TOKEN}}', 7, null], note: '{{var.name}} {{secret.lower}}' },
};

test('secrets are named once each, wherever they stand', () => {
  expect(secretNames(request).sort()).toEqual(['ROOM', 'TOKEN']);
  expect(secretNames({ url: 'https://example.com', headers: {} })).toEqual([]);
});

test('values are put in everywhere, percent-encoded in the address, and nothing else is touched', () => {
  const values = new Map([
    ['TOKEN', 'a"b'],
    ['ROOM', 'north wing/2'],
  ]);
  expect(withSecrets(request, values)).toEqual({
    url: 'https://example.com/north%20wing%2F2?q=1',
    headers: { authorization: 'Bearer a"b' },
    body: { keys: ['a"b', 7, null], note: '{{var.name}} {{secret.lower}}' },
  });
});
