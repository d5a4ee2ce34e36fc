import fc from 'fast-check';
import { expect, test } from 'vitest';
import { murmur3, murmur3After } from './murmur3.ts';

/** Published results of MurmurHash3 x86 32 with seed 0. */
const published: [string, number][] = [
  ['', 0],
  ['hello', 0x248bfa47],
  ['hello, world', 0x149bbb7f],
  ['The quick brown fox jumps over the lazy dog', 0x2e4ff723],
];

const anyText = fc.string({ unit: 'binary', maxLength: 40 });
const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));

test.each(published)('hashes %j as published', (text, hash) => {
  expect(murmur3(text)).toBe(hash);
});

test('agrees with an independent implementation on every text', () => {
  fc.assert(fc.property(anyText, (text) => murmur3(text) === bytewise(text)));
});

test('counts a lone surrogate as U+FFFD', () => {
  expect(murmur3('a\ud800b')).toBe(murmur3('a\ufffdb'));
  expect(murmur3After('a\ud800:')('\udc00b') >>> 0).toBe(murmur3('a\ufffd:\ufffdb'));
});

test('hashes a text after a prefix as the two joined', () => {
  fc.assert(fc.property(anyUnits, anyUnits, (head, tail) => murmur3After(head)(tail) >>> 0 === murmur3(head + tail)));
});

test('hashes ASCII of every length after a prefix of every length as the two joined', () => {
  for (let head = 0; head < 10; head += 1) {
    for (let tail = 0; tail < 10; tail += 1) {
      const [left, right] = ['abcdefghij'.slice(0, head), 'klmnopqrst'.slice(0, tail)];
      expect(murmur3After(left)(right) >>> 0).toBe(bytewise(left + right));
    }
  }
});

/** The algorithm once more, on big integers and single bytes. */
function bytewise(text: string): number {
  const mask = 0xffffffffn;
  const rotate = (value: bigint, by: bigint) => ((value << by) | (value >> (32n - by))) & mask;
  const bytes = [...new TextEncoder().encode(text)];
  let hash = 0n;
  for (let at = 0; at < bytes.length; at += 4) {
    const group = bytes.slice(at, at + 4);
    const block = group.reduce((sum, byte, index) => sum + (BigInt(byte) << BigInt(8 * index)), 0n);
    hash ^= (rotate((block * 0xcc9e2d51n) & mask, 15n) * 0x1b873593n) & mask;
    if (group.length === 4) hash = (rotate(hash, 13n) * 5n + 0xe6546b64n) & mask;
  }
  hash ^= BigInt(bytes.length);
  hash = ((hash ^ (hash >> 16n)) * 0x85ebca6bn) & mask;
  hash = ((hash ^ (hash >> 13n)) * 0xc2b2ae35n) & mask;
  return Number(hash ^ (hash >> 16n));
}
