/** Texts written together in the form of `wordsOf`, findable by any piece of them. */
export interface RunIndex {
  readonly chars: string;
  /** The last indexed place of each piece of text, by its hash. */
  readonly last: ReadonlyMap<number, number>;
  /** From an indexed place to the one before with the same hash, where there is one. */
  readonly before: ReadonlyMap<number, number>;
}

/** The same characters in a text and in an index. */
export interface SharedRun {
  readonly inText: number;
  readonly inIndex: number;
  readonly length: number;
}

/** Ends each text: no run goes across. */
export const textEnd = '\n';

const pieceLength = 8;
/** Indexing every second place halves the memory; a run of `pieceLength + 1` or more still holds an indexed piece. */
const stride = 2;
/** A piece that stands in more places is a phrase; a run of words has other pieces to be found by. */
const placesAtMost = 16;
/** How far a run is followed each way: one text of the same few signs must not take time by its square. */
const reach = 200;
const factor = 31;
const outgoing = Array.from({ length: pieceLength - 1 }).reduce<number>((power) => Math.imul(power, factor), 1);

export function indexRuns(chars: string): RunIndex {
  const last = new Map<number, number>();
  const before = new Map<number, number>();
  eachPiece(chars, (at, hash) => {
    if (at % stride !== 0) return;
    const earlier = last.get(hash);
    if (earlier !== undefined) before.set(at, earlier);
    last.set(hash, at);
  });
  return { chars, last, before };
}

/**
 * The runs, of at least `pieceLength + stride - 1` characters, that a text shares with an index; long ones in parts
 * that overlap.
 */
export function sharedRuns(index: RunIndex, text: string): SharedRun[] {
  const runs: SharedRun[] = [];
  /** Where the run that was last found ends in the text, by how far text and index are apart. */
  const ends = new Map<number, number>();
  eachPiece(text, (at, hash) => {
    let place = index.last.get(hash) ?? -1;
    for (let tried = 0; place >= 0 && tried < placesAtMost; tried += 1) {
      if (at >= (ends.get(at - place) ?? 0)) {
        const run = widen(index.chars, text, place, at);
        ends.set(at - place, run.inText + run.length);
        if (run.length >= pieceLength) runs.push(run);
      }
      place = index.before.get(place) ?? -1;
    }
  });
  return runs;
}

function widen(indexed: string, text: string, place: number, at: number): SharedRun {
  let start = 0;
  while (start < reach && start < at && isShared(indexed, text, place - start - 1, at - start - 1)) start += 1;
  let end = 0;
  while (end < reach && at + end < text.length && isShared(indexed, text, place + end, at + end)) end += 1;
  return { inText: at - start, inIndex: place - start, length: start + end };
}

function isShared(indexed: string, text: string, place: number, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === indexed.charCodeAt(place) && code !== textEnd.charCodeAt(0);
}

/** A rolling hash (Karp and Rabin, 1987) of every piece, with the place where the piece begins. */
function eachPiece(chars: string, take: (at: number, hash: number) => void): void {
  let hash = 0;
  for (let end = 0; end < chars.length; end += 1) {
    const leaving = end >= pieceLength ? Math.imul(chars.charCodeAt(end - pieceLength), outgoing) : 0;
    hash = (Math.imul(hash - leaving, factor) + chars.charCodeAt(end)) | 0;
    if (end >= pieceLength - 1) take(end - pieceLength + 1, hash);
  }
}
