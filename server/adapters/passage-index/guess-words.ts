import { termOf } from './language.ts';
import type { SoughtWord } from './read-question.ts';
import { type Dictionary, findTerm, type Segment, soughtTerm } from './segment.ts';

/** Shorter words have too many neighbours, and longer prefixes of words say more. */
const leastMistyped = 4;
const leastPrefix = 5;
const mostGuesses = 3;

/**
 * Words that one may have meant by a word no passage has: those a single slip away (a letter too many, too few, wrong,
 * or two of them swapped; the first letter is taken to be right), or else longer words that begin with it, such as
 * compounds, or else, in a language that makes them, what the word is a compound of. The commonest first.
 */
export function guessWords(word: string, segments: readonly Segment[], weight: number): SoughtWord[] {
  const slips = new Map<string, Guess>();
  const longer = new Map<string, Guess>();
  for (const { language, terms, postings } of segments) {
    const term = termOf(word, language);
    if (term.length < leastMistyped || /\p{N}/u.test(term)) continue;
    eachNear(terms, term, (id, isSlip) => {
      const passages = (postings.starts[id + 1] ?? 0) - (postings.starts[id] ?? 0);
      note(isSlip ? slips : longer, termAt(terms, id), language, passages);
    });
  }
  const near = slips.size > 0 ? slips : longer;
  const guesses = near.size > 0 ? near : partsIn(segments, word);
  return commonest(guesses).map(([near, { languages }]) => ({
    word: near,
    weight,
    terms: new Map([...languages].map((language) => [language, soughtTerm(near)])),
  }));
}

/** Languages that write what others write in several words as one: `Lieferadresse`. */
const compounding = new Set(['de', 'nl']);
/** Shorter ends and beginnings of words are endings and prefixes. */
const leastPart = 4;

/** Of what a word is a compound: the longest end of it that a text has, and the longest beginning. */
function partsIn(segments: readonly Segment[], word: string): Map<string, Guess> {
  const parts = new Map<string, Guess>();
  for (const language of compounding) {
    const speaking = segments.filter((segment) => segment.language === language);
    if (speaking.length === 0) continue;
    const { ends, beginnings } = cutsOf(word, language);
    for (const { terms, postings } of speaking) {
      for (const cuts of [ends, beginnings]) {
        const part = cuts.find(({ sought }) => findTerm(terms, sought) >= 0);
        if (part === undefined) continue;
        const id = findTerm(terms, part.sought);
        note(parts, part.term, language, (postings.starts[id + 1] ?? 0) - (postings.starts[id] ?? 0));
      }
    }
  }
  return parts;
}

/** The ends and the beginnings of a word, the longest first. */
function cutsOf(word: string, language: string) {
  const places = Array.from({ length: Math.max(0, word.length - 2 * leastPart + 1) }, (_, at) => at + leastPart);
  const cut = (part: string) => {
    const term = termOf(part, language);
    return { term, sought: soughtTerm(term) };
  };
  return {
    ends: places.map((place) => cut(word.slice(place))),
    beginnings: places.toReversed().map((place) => cut(word.slice(0, place))),
  };
}

interface Guess {
  readonly languages: Set<string>;
  passages: number;
}

function note(guesses: Map<string, Guess>, term: string, language: string, passages: number): void {
  const guess = guesses.get(term) ?? { languages: new Set(), passages: 0 };
  guesses.set(term, guess);
  guess.languages.add(language);
  guess.passages += passages;
}

function commonest(guesses: ReadonlyMap<string, Guess>): [string, Guess][] {
  return [...guesses]
    .sort(([a, left], [b, right]) => right.passages - left.passages || (a < b ? -1 : 1))
    .slice(0, mostGuesses);
}

function termAt({ bytes, starts }: Dictionary, id: number): string {
  const start = starts[id] ?? 0;
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, (starts[id + 1] ?? 0) - start).toString();
}

/** Only terms with the same first byte are looked at: they stand together, and nothing is made for those passed over. */
function eachNear(dictionary: Dictionary, term: string, visit: (id: number, isSlip: boolean) => void): void {
  const { bytes, starts, size } = dictionary;
  const sought = Buffer.from(term);
  const letter = Math.round(sought.length / term.length);
  const first = sought[0] ?? 0;
  for (let id = firstFrom(dictionary, first); id < size && bytes[starts[id] ?? 0] === first; id++) {
    const start = starts[id] ?? 0;
    const length = (starts[id + 1] ?? 0) - start;
    if (length < sought.length - letter) continue;
    const same = sharedStart(sought, bytes, start, Math.min(length, sought.length));
    if (isOneSlip(sought, bytes, start, length, same, letter)) visit(id, true);
    else if (same === sought.length && term.length >= leastPrefix) visit(id, false);
  }
}

/** The first term that begins with this byte or a greater one. */
function firstFrom({ bytes, starts, size }: Dictionary, byte: number): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bytes[starts[middle] ?? 0] ?? 0) < byte) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sharedStart(sought: Uint8Array, bytes: Uint8Array, start: number, most: number): number {
  let same = 0;
  while (same < most && sought[same] === bytes[start + same]) same++;
  return same;
}

/** What is left between a shared start and a shared end must be a letter at most on each side, or two swapped. */
function isOneSlip(
  sought: Uint8Array,
  bytes: Uint8Array,
  start: number,
  length: number,
  same: number,
  letter: number,
): boolean {
  if (length > sought.length + letter) return false;
  const most = Math.min(length, sought.length) - same;
  let sameEnd = 0;
  while (sameEnd < most && sought[sought.length - 1 - sameEnd] === bytes[start + length - 1 - sameEnd]) sameEnd++;
  const left = sought.length - same - sameEnd;
  const right = length - same - sameEnd;
  if (left <= letter && right <= letter) return true;
  if (left !== 2 * letter || right !== left) return false;
  for (let at = 0; at < left; at++) {
    if (sought[same + at] !== bytes[start + same + ((at + letter) % left)]) return false;
  }
  return true;
}
