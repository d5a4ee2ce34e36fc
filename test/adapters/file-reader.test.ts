import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fileReader } from '../../server/adapters/source-reader/file-reader.ts';
import {
  makeDocx,
  makePdf,
  printedLines,
  wordParagraph,
} from '../../server/adapters/source-reader/testing/make-files.ts';

const limits = { bytes: 1_000_000, pages: 50, textCharacters: 1_000_000, timeMs: 50_000, memoryMb: 256 };
const { read } = fileReader(limits);

test.each([
  ['pdf', makePdf([printedLines('Hello there.')])],
  ['docx', makeDocx(wordParagraph('Hello there.'))],
  ['text', Buffer.from('Hello there.')],
] as const)('a %s is read in a process of its own, and its bytes stay usable', async (fileKind, bytes) => {
  const before = Buffer.from(bytes);
  for (const _ of [1, 2]) expect(await read({ name: 'a', bytes })).toMatchObject({ kind: 'read', fileKind });
  expect(before.equals(bytes)).toBe(true);
});

test('several at once are read one after the other', async () => {
  const texts = ['One.', 'Two.', 'Three.'];
  const outcomes = await Promise.all(texts.map((text) => read({ name: 'a.txt', bytes: Buffer.from(text) })));
  expect(outcomes).toMatchObject(texts.map((text) => ({ kind: 'read', text })));
});

test.each([
  ['a.txt is empty', new Uint8Array(), limits],
  ['a.txt has 2 kB; at most 1 kB are read', new Uint8Array(2000), { ...limits, bytes: 1000 }],
  ['takes too long', Buffer.from('Hello'), { ...limits, timeMs: 1 }],
  ['takes too much memory', Buffer.from('Hello'), { ...limits, memoryMb: 2 }],
])('says that %s', async (reason, bytes, within) => {
  expect(await fileReader(within).read({ name: 'a.txt', bytes })).toEqual({
    kind: 'refused',
    reason: expect.stringContaining(reason),
  });
});

test('a page that fills the memory ends its own process only', async () => {
  const html = Buffer.from(`<html><body>${'<b>'.repeat(300_000)}`);
  const outcome = await fileReader({ ...limits, memoryMb: 64 }).read({ name: 'a.html', bytes: html });
  expect(outcome).toMatchObject({ kind: 'refused' });
});

test('a small PDF that unfolds without end is stopped, and the next file is read', async () => {
  const bomb = makePdf([[]], { stream: deflateSync(Buffer.alloc(400_000_000, ' '), { level: 1 }) });
  const reader = fileReader({ ...limits, bytes: 10_000_000, memoryMb: 128 });
  expect(await reader.read({ name: 'bomb.pdf', bytes: bomb })).toEqual({
    kind: 'refused',
    reason: expect.stringContaining('too much memory'),
  });
  expect(await reader.read({ name: 'a.txt', bytes: Buffer.from('Hello') })).toMatchObject({ text: 'Hello' });
});
