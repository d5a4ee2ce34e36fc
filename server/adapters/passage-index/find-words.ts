import { commonness } from './common-words.ts';
import { termOf } from './language.ts';
import type { AskedWord, SoughtWord } from './read-question.ts';
import { findTerm, type Segment } from './segment.ts';

/** A word to look for with what the searched segments hold of it. */
export interface FoundWord extends SoughtWord {
  /** Its term in each segment, in the order of the segments; -1 where there is none. */
  readonly termIn: Int32Array;
  /** BM25's inverse document frequency over all passages searched, and many that lack the word. */
  readonly rarity: number;
  /** How many passages have it in text or headings. */
  readonly passages: number;
  /** Whether texts of any subject have it. */
  readonly isCommon: boolean;
}

/** A word of the question and those that stand for it, as found. */
export type FoundWords = readonly FoundWord[];

/** Looks a word of the question and those that stand for it up in every segment. */
export function findWords(asked: AskedWord, segments: readonly Segment[]): FoundWords {
  return asked.map((word) => findWord(word, segments));
}

export function findWord(word: SoughtWord, segments: readonly Segment[]): FoundWord {
  const termIn = new Int32Array(segments.length).fill(-1);
  let passages = 0;
  let total = 0;
  for (let index = 0; index < segments.length; index++) {
    const segment = segments[index];
    if (segment === undefined) continue;
    total += segment.numbers.length;
    const sought = word.terms.get(segment.language);
    const term = sought === undefined ? -1 : findTerm(segment.terms, sought);
    if (term < 0) continue;
    const { starts } = segment.postings;
    termIn[index] = term;
    passages += (starts[term + 1] ?? 0) - (starts[term] ?? 0);
  }
  const unseen = usual(word);
  return { ...word, termIn, passages, rarity: rarityOf(passages, total, unseen), isCommon: unseen > 0 };
}

/** Of a word that no passage has. */
export function greatestRarity(segments: readonly Segment[]): number {
  return rarityOf(
    0,
    segments.reduce((sum, { numbers }) => sum + numbers.length, 0),
    0,
  );
}

/**
 * Taken to be searched besides, having a word as often as texts about anything do: among few passages a word would be
 * as good as common wherever it is found, and what they lack, be it ever so usual, would tell more than what they have.
 */
const unseenPassages = 1000;

/** How many of the unseen passages have a word. */
function usual({ word, terms }: SoughtWord): number {
  return Math.max(0, ...[...terms.keys()].map((language) => commonness(termOf(word, language), language)));
}

function rarityOf(passages: number, total: number, unseen: number): number {
  return Math.log(1 + (unseenPassages + total - passages - unseen + 0.5) / (passages + unseen + 0.5));
}
