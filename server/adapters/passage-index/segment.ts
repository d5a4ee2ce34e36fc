/**
 * Counts how segments were written so far. One more for every change of their bytes, of how words are split, or of how
 * they become terms: segments of another format are built anew from the passages when the server starts.
 */
export const segmentFormat = 1;

/** `PPX` and the format. */
export const segmentMark = Uint8Array.of(0x50, 0x50, 0x58, segmentFormat);

/** The index of one source revision as searches read it. Immutable; term numbers are its own. */
export interface Segment {
  readonly language: string;
  readonly terms: Dictionary;
  /** Terms of the title of the source. */
  readonly title: ReadonlySet<number>;
  /** The number of each passage within its source revision. */
  readonly numbers: Uint32Array;
  readonly postings: Postings;
  /** What it takes in memory. */
  readonly byteLength: number;
}

/** Which passages have a term, and what it weighs in them: those of term t are from `starts[t]` to `starts[t + 1]`. */
export interface Postings {
  readonly starts: Uint32Array;
  readonly passages: Uint32Array;
  readonly weights: Float32Array;
}

/** Terms as UTF-8, one after the other, with a hash table of their numbers. */
export interface Dictionary {
  readonly size: number;
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  /** Term number + 1 by hash, 0 where empty; open addressing, a power of two long. */
  readonly slots: Uint32Array;
  /** The whole hash of what is in each slot: what is not there is told without reading a term. */
  readonly hashes: Uint32Array;
}

/** A term prepared for look-ups in many dictionaries. */
export interface SoughtTerm {
  readonly bytes: Uint8Array;
  readonly hash: number;
}

export function soughtTerm(term: string): SoughtTerm {
  const bytes = Buffer.from(term);
  return { bytes, hash: hashOf(bytes, 0, bytes.length) };
}

/** The number of a term, or -1. */
export function findTerm({ bytes, starts, slots, hashes }: Dictionary, sought: SoughtTerm): number {
  const mask = slots.length - 1;
  for (let slot = sought.hash & mask; ; slot = (slot + 1) & mask) {
    const term = (slots[slot] ?? 0) - 1;
    if (term < 0) return -1;
    if (hashes[slot] === sought.hash && isAt(bytes, starts[term] ?? 0, starts[term + 1] ?? 0, sought.bytes))
      return term;
  }
}

/** So many are hashed until others get their turn. */
const termsAtOnce = 50_000;

/** At least twice as many slots as terms, so that a search for what is not there ends soon. */
export function* hashTable(
  bytes: Uint8Array,
  starts: Uint32Array,
): Generator<void, Pick<Dictionary, 'slots' | 'hashes'>> {
  const size = starts.length - 1;
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(size * 2 + 2)));
  const hashes = new Uint32Array(slots.length);
  const mask = slots.length - 1;
  for (let term = 0; term < size; term++) {
    if (term % termsAtOnce === termsAtOnce - 1) yield;
    const hash = hashOf(bytes, starts[term] ?? 0, starts[term + 1] ?? 0);
    let slot = hash & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = term + 1;
    hashes[slot] = hash;
  }
  return { slots, hashes };
}

function isAt(bytes: Uint8Array, start: number, end: number, sought: Uint8Array): boolean {
  if (end - start !== sought.length) return false;
  for (let at = 0; at < sought.length; at++) if (bytes[start + at] !== sought[at]) return false;
  return true;
}

/** FNV-1a, 32 bits. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash >>> 0;
}
