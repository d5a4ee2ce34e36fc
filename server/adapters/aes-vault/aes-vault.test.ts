import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aesVault } from './aes-vault.ts';

const key = 'a-server-key-of-at-least-32-characters';
const vault = aesVault(key);
const context = 'secret:wsp_1:CRM_TOKEN';

test('what was sealed opens again, in this process or another with the same key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (plain, place) => {
      expect(aesVault(key).open(vault.seal(plain, place), place)).toBe(plain);
    }),
  );
});

test('the same text is sealed differently every time and does not show', () => {
  const sealed = [vault.seal('hidden', context), vault.seal('hidden', context)];
  expect(sealed[0]).not.toBe(sealed[1]);
  expect(sealed.join()).not.toContain('hidden');
});

test('another context or another key does not open it', () => {
  const sealed = vault.seal('hidden', context);
  expect(() => vault.open(sealed, 'secret:wsp_2:CRM_TOKEN')).toThrow('does not open');
  expect(() => aesVault(`${key}.`).open(sealed, context)).toThrow('PARLEY_SECRET_KEY');
});

test('a change of any character is noticed', () => {
  const sealed = vault.seal('hidden', context);
  for (let at = 0; at < sealed.length - 1; at += 1) {
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
    expect(() => vault.open(changed, context)).toThrow();
  }
});

test.each(['', 'v1.', 'v1.AAAA', 'v2.AAAA', 'plain text'])('%j does not open', (text) => {
  expect(() => vault.open(text, context)).toThrow('does not open');
});

test('a shortened tag does not open', () => {
  const bytes = Buffer.from(vault.seal('', context).slice(3), 'base64url');
  expect(() => vault.open(`v1.${bytes.subarray(0, 24).toString('base64url')}`, context)).toThrow();
});
