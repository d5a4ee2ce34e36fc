import { UpstreamError } from '../../errors.ts';
import { type Dictionary, hashTable, type Postings, type Segment, segmentMark } from './segment.ts';
import { type VarintReader, varintReader } from './varints.ts';

/** Reads what `encodeSegment` wrote. Throws an UpstreamError that says what is wrong with the bytes. */
export function decodeSegment(bytes: Uint8Array): Segment {
  if (segmentMark.some((byte, at) => bytes[at] !== byte)) {
    throw unreadable('it was not written by this version of Parley');
  }
  try {
    return read(varintReader(bytes.subarray(segmentMark.length)), bytes.length);
  } catch (error) {
    if (error instanceof RangeError) throw unreadable(error.message, error);
    throw error;
  }
}

function unreadable(why: string, cause?: unknown): UpstreamError {
  const message = `The stored index of a source cannot be read: ${why}. Process the source again to build it anew.`;
  return new UpstreamError('passage index', message, false, { cause });
}

/** `most` bounds every count: each thing counted takes a byte at least, so that no damage asks for endless memory. */
function read(reader: VarintReader, most: number): Segment {
  const language = Buffer.from(reader.bytes(reader.integer(10))).toString();
  const terms = readDictionary(reader, most);
  const title = new Set(Array.from({ length: reader.integer(most) }, () => reader.integer(terms.size - 1)));
  const passages = readPassages(reader, terms.size, most);
  if (!reader.isAtEnd()) throw new RangeError('the bytes go on after the last passage');
  const { numbers, textLengths, headingLengths } = passages;
  const postings = byTerm(terms.size, passages);
  const arrays = [terms.bytes, terms.starts, terms.slots, terms.hashes, numbers, textLengths, headingLengths];
  return {
    language,
    terms,
    title,
    numbers,
    textLengths,
    headingLengths,
    postings,
    totalTextLength: sum(textLengths),
    totalHeadingLength: sum(headingLengths),
    byteLength: [...arrays, ...Object.values(postings)].reduce((bytes, { byteLength }) => bytes + byteLength, 0),
  };
}

function readDictionary(reader: VarintReader, most: number): Dictionary {
  const size = reader.integer(most);
  const starts = new Uint32Array(size + 1);
  for (let term = 0; term < size; term++) starts[term + 1] = (starts[term] ?? 0) + reader.integer(most);
  const bytes = reader.bytes(starts[size] ?? 0).slice();
  return { size, bytes, starts, ...hashTable(bytes, starts) };
}

interface ReadPassages {
  readonly numbers: Uint32Array;
  readonly textLengths: Uint32Array;
  readonly headingLengths: Uint32Array;
  /** Entries of passage p are from `starts[p]` to `starts[p + 1]`. */
  readonly starts: Uint32Array;
  readonly terms: Uint32Array;
  readonly inText: Uint32Array;
  readonly inHeadings: Uint32Array;
}

function readPassages(reader: VarintReader, termCount: number, most: number): ReadPassages {
  const count = reader.integer(most);
  const entries = reader.integer(most);
  const [numbers, textLengths, headingLengths] = [
    new Uint32Array(count),
    new Uint32Array(count),
    new Uint32Array(count),
  ];
  const [terms, inText, inHeadings] = [new Uint32Array(entries), new Uint32Array(entries), new Uint32Array(entries)];
  const starts = new Uint32Array(count + 1);
  let entry = 0;
  for (let passage = 0; passage < count; passage++) {
    numbers[passage] = reader.integer(0xffff_ffff);
    textLengths[passage] = reader.integer(0xffff_ffff);
    headingLengths[passage] = reader.integer(0xffff_ffff);
    const end = entry + reader.integer(entries - entry);
    for (; entry < end; entry++) {
      terms[entry] = reader.integer(termCount - 1);
      inText[entry] = reader.integer(0xffff_ffff);
      inHeadings[entry] = reader.integer(0xffff_ffff);
    }
    starts[passage + 1] = end;
  }
  if (entry !== entries) throw new RangeError(`${entries} entries were announced and ${entry} are there`);
  return { numbers, textLengths, headingLengths, starts, terms, inText, inHeadings };
}

/** Counts the passages of each term, then lays the entries out term by term. */
function byTerm(termCount: number, { starts, terms, inText, inHeadings }: ReadPassages): Postings {
  const ofTerm = new Uint32Array(termCount + 1);
  for (const term of terms) ofTerm[term + 1] = (ofTerm[term + 1] ?? 0) + 1;
  for (let term = 0; term < termCount; term++) ofTerm[term + 1] = (ofTerm[term + 1] ?? 0) + (ofTerm[term] ?? 0);
  const next = ofTerm.slice();
  const postings = {
    starts: ofTerm,
    passages: new Uint32Array(terms.length),
    inText: new Uint16Array(terms.length),
    inHeadings: new Uint16Array(terms.length),
  };
  for (let passage = 0; passage + 1 < starts.length; passage++) {
    const end = starts[passage + 1] ?? 0;
    for (let entry = starts[passage] ?? 0; entry < end; entry++) {
      const term = terms[entry] ?? 0;
      const posting = next[term] ?? 0;
      next[term] = posting + 1;
      postings.passages[posting] = passage;
      postings.inText[posting] = Math.min(0xffff, inText[entry] ?? 0);
      postings.inHeadings[posting] = Math.min(0xffff, inHeadings[entry] ?? 0);
    }
  }
  return postings;
}

function sum(values: Uint32Array): number {
  return values.reduce((total, value) => total + value, 0);
}
