import { expect } from 'vitest';
import { parseFile } from '../../../server/adapters/source-reader/parse-file.ts';

const limits = { bytes: 1_000_000, pages: 50, textCharacters: 100_000, timeMs: 10_000, memoryMb: 40 };
export const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
export const read = (name: string, bytes: Uint8Array) => parseFile(name, bytes, limits);

export async function textOf(name: string, bytes: Uint8Array): Promise<string> {
  const outcome = await read(name, bytes);
  expect(outcome).toMatchObject({ kind: 'read' });
  return outcome.kind === 'read' ? outcome.text : '';
}

export async function reasonFor(name: string, bytes: Uint8Array): Promise<string> {
  const outcome = await read(name, bytes);
  expect(outcome).toMatchObject({ kind: 'refused' });
  return outcome.kind === 'refused' ? outcome.reason : '';
}
