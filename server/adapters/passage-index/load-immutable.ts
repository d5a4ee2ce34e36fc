import { setImmediate as nextTurn } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { SourceAt } from '../../../core/twin/passage.ts';

/** What is stored of a source revision, as it is searched. */
export interface Loaded<Value> {
  readonly source: SourceAt;
  readonly value: Value;
}

/** A server answers others while it reads: after so many bytes it lets them. */
const bytesAtOnce = 500_000;

/**
 * Loads what belongs to source revisions, in their order, and keeps what was used last, up to `mostBytes`. What
 * belongs to a source revision never changes, so nothing kept grows stale; what is not stored, or is read as null, is left
 * out, and asked for again next time. `scope` keeps workspaces apart.
 */
export function loadImmutable<Stored extends Uint8Array | Float32Array, Value extends { readonly byteLength: number }>(
  mostBytes: number,
  read: (stored: Stored) => Value | null | Promise<Value | null>,
) {
  const cache = new LRUCache<string, Value>({
    maxSize: mostBytes,
    // A size of nothing would be refused.
    sizeCalculation: ({ byteLength }) => Math.max(1, byteLength),
  });
  return async (
    scope: string,
    sources: readonly SourceAt[],
    load: (missing: readonly SourceAt[]) => Promise<ReadonlyMap<string, Stored>>,
  ): Promise<Loaded<Value>[]> => {
    const found = new Map(sources.map((source) => [keyOf(source), cache.get(`${scope}/${keyOf(source)}`)]));
    const missing = sources.filter((source) => found.get(keyOf(source)) === undefined);
    const stored = missing.length === 0 ? new Map<string, Stored>() : await load(missing);
    let bytes = 0;
    for (const source of missing) {
      const key = keyOf(source);
      const value = stored.get(key);
      if (value === undefined) continue;
      bytes += value.byteLength;
      if (bytes > bytesAtOnce) {
        bytes = 0;
        await nextTurn();
      }
      const readValue = await read(value);
      if (readValue === null) continue;
      cache.set(`${scope}/${key}`, readValue);
      found.set(key, readValue);
    }
    return sources.flatMap((source) => {
      const value = found.get(keyOf(source));
      return value === undefined ? [] : [{ source, value }];
    });
  };
}

export function keyOf({ sourceId, revision }: SourceAt): string {
  return `${sourceId}/${revision}`;
}
