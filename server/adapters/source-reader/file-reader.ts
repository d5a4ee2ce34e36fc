import type { FileReader } from '../../ports/source-reader.ts';
import { inTurn } from '../own-process/in-turn.ts';
import { parseApart } from './parse-apart.ts';
import type { ReadLimits } from './read-limits.ts';
import { refused } from './refusal.ts';

/** Reads one file at a time, each in a process of its own. */
export function fileReader(limits: ReadLimits): FileReader {
  const next = inTurn();
  return {
    async read({ name, bytes }) {
      if (bytes.length === 0) return refused(`${name} is empty: it has no content at all.`);
      if (bytes.length > limits.bytes) return refused(tooLarge(name, bytes.length, limits.bytes));
      return next(() => parseApart({ kind: 'file', name, bytes, limits }));
    },
  };
}

function tooLarge(name: string, bytes: number, most: number): string {
  return `${name} has ${megabytes(bytes)}; at most ${megabytes(most)} are read. Split it and upload the parts.`;
}

function megabytes(bytes: number): string {
  return bytes < 100_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
