import { setImmediate as nextTurn } from 'node:timers/promises';
import { UpstreamError } from '../../errors.ts';
import type { Ranking } from './ranking.ts';
import { type Dictionary, hashTable, type Postings, type Segment, segmentMark } from './segment.ts';
import { type VarintReader, varintReader } from './varints.ts';
import { termWeigher } from './weigh-term.ts';

/**
 * Reads what `encodeSegment` wrote, weighing terms as the ranking says; of a long one, others get their turn meanwhile.
 * Null for one of another format. Throws an UpstreamError that says what is wrong with the bytes.
 */
export async function decodeSegment(bytes: Uint8Array, ranking: Ranking): Promise<Segment | null> {
  if (segmentMark.some((byte, at) => bytes[at] !== byte)) {
    if (segmentMark.subarray(0, -1).every((byte, at) => bytes[at] === byte)) return null;
    throw unreadable('it does not begin as one');
  }
  try {
    const reading = read(varintReader(bytes.subarray(segmentMark.length)), bytes.length, ranking);
    for (;;) {
      const step = reading.next();
      if (step.done) return step.value;
      await nextTurn();
    }
  } catch (error) {
    if (error instanceof RangeError) throw unreadable(error.message, error);
    throw error;
  }
}

/** What is read until others get their turn. */
const entriesAtOnce = 100_000;

function unreadable(why: string, cause?: unknown): UpstreamError {
  const message = `The stored index of a source cannot be read: ${why}. Process the source again to build it anew.`;
  return new UpstreamError('passage index', message, false, { cause });
}

const highest = 0xffff_ffff;

/** `most` bounds every count: each thing counted takes a byte at least, so that no damage asks for endless memory. */
function* read(reader: VarintReader, most: number, ranking: Ranking): Generator<void, Segment> {
  const language = Buffer.from(reader.bytes(reader.integer(10))).toString();
  const terms = yield* readDictionary(reader, most);
  const title = new Set(Array.from({ length: reader.integer(most) }, () => reader.integer(terms.size - 1)));
  const { numbers, ...entries } = yield* readPassages(reader, terms.size, most, ranking);
  if (!reader.isAtEnd()) throw new RangeError('the bytes go on after the last passage');
  const postings = yield* byTerm(terms.size, entries);
  const arrays = [terms.bytes, terms.starts, terms.slots, terms.hashes, numbers, ...Object.values(postings)];
  const byteLength = arrays.reduce((bytes, array) => bytes + array.byteLength, 0);
  return { language, terms, title, numbers, postings, byteLength };
}

function* readDictionary(reader: VarintReader, most: number): Generator<void, Dictionary> {
  const size = reader.integer(most);
  const starts = new Uint32Array(size + 1);
  for (let term = 0; term < size; term++) starts[term + 1] = (starts[term] ?? 0) + reader.integer(most);
  const bytes = reader.bytes(starts[size] ?? 0).slice();
  return { size, bytes, starts, ...(yield* hashTable(bytes, starts)) };
}

interface Entries {
  /** Entries of passage p are from `starts[p]` to `starts[p + 1]`. */
  readonly starts: Uint32Array;
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}

function* readPassages(
  reader: VarintReader,
  termCount: number,
  most: number,
  ranking: Ranking,
): Generator<void, Entries & { readonly numbers: Uint32Array }> {
  const count = reader.integer(most);
  const entries = reader.integer(most);
  const numbers = new Uint32Array(count);
  const starts = new Uint32Array(count + 1);
  const terms = new Uint32Array(entries);
  const weights = new Float32Array(entries);
  let entry = 0;
  let pauseAt = entriesAtOnce;
  for (let passage = 0; passage < count; passage++) {
    if (entry + passage >= pauseAt) {
      yield;
      pauseAt = entry + passage + entriesAtOnce;
    }
    numbers[passage] = reader.integer(highest);
    const weigh = termWeigher(reader.integer(highest), reader.integer(highest), ranking);
    const end = entry + reader.integer(entries - entry);
    for (; entry < end; entry++) {
      terms[entry] = reader.integer(termCount - 1);
      weights[entry] = weigh(reader.integer(highest), reader.integer(highest));
    }
    starts[passage + 1] = end;
  }
  if (entry !== entries) throw new RangeError(`${entries} entries were announced and ${entry} are there`);
  return { numbers, starts, terms, weights };
}

/** Counts the passages of each term, then lays the entries out term by term. */
function* byTerm(termCount: number, { starts, terms, weights }: Entries): Generator<void, Postings> {
  const ofTerm = new Uint32Array(termCount + 1);
  for (const term of terms) ofTerm[term + 1] = (ofTerm[term + 1] ?? 0) + 1;
  for (let term = 0; term < termCount; term++) ofTerm[term + 1] = (ofTerm[term + 1] ?? 0) + (ofTerm[term] ?? 0);
  const next = ofTerm.slice();
  const postings = { starts: ofTerm, passages: new Uint32Array(terms.length), weights: new Float32Array(terms.length) };
  let pauseAt = entriesAtOnce;
  for (let passage = 0; passage + 1 < starts.length; passage++) {
    const end = starts[passage + 1] ?? 0;
    if (end + passage >= pauseAt) {
      yield;
      pauseAt = end + passage + entriesAtOnce;
    }
    for (let entry = starts[passage] ?? 0; entry < end; entry++) {
      const term = terms[entry] ?? 0;
      const posting = next[term] ?? 0;
      next[term] = posting + 1;
      postings.passages[posting] = passage;
      postings.weights[posting] = weights[entry] ?? 0;
    }
  }
  return postings;
}
