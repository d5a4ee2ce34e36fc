import type { FoundWords } from './find-words.ts';
import type { Ranking } from './ranking.ts';
import type { Postings, Segment } from './segment.ts';

export interface Candidate {
  /** Its segment's place among those searched, and its own place in that segment. */
  readonly segment: number;
  readonly passage: number;
  readonly score: number;
  /** How much of the question it has, by the rarity of the words, 0 to 1. */
  readonly coverage: number;
}

/**
 * The `most` best passages, best first: the sum over the words of the question of rarity times weight, held back where
 * the passage lacks part of the question. Of a word and those that stand for it the best match counts. Equal scores
 * keep the order of the segments.
 */
export function rankPassages(
  questions: readonly FoundWords[],
  segments: readonly Segment[],
  ranking: Ranking,
  most: number,
): Candidate[] {
  const asked = questions.reduce((sum, [word]) => sum + (word?.rarity ?? 0), 0);
  const longest = segments.reduce((size, { numbers }) => Math.max(size, numbers.length), 0);
  const [total, group] = [emptyScores(longest), emptyScores(longest)];
  const best: Candidate[] = [];
  let least = 0;
  segments.forEach((segment, index) => {
    addScores(total, group, segment, index, questions, ranking.titleWeight);
    for (let passage = 0; passage < segment.numbers.length; passage++) {
      const sum = total.sums[passage] ?? 0;
      if (sum <= least) continue;
      const coverage = (total.covered[passage] ?? 0) / asked;
      const score = sum * coverage ** ranking.coveragePower;
      if (score <= least) continue;
      insert(best, { segment: index, passage, score, coverage }, most);
      if (best.length === most) least = best.at(-1)?.score ?? 0;
    }
    clear(total, segment.numbers.length);
  });
  return best;
}

interface Scores {
  readonly sums: Float32Array;
  /** How much of the question each passage has. */
  readonly covered: Float32Array;
}

function emptyScores(size: number): Scores {
  return { sums: new Float32Array(size), covered: new Float32Array(size) };
}

function clear({ sums, covered }: Scores, size: number): void {
  sums.fill(0, 0, size);
  covered.fill(0, 0, size);
}

function addScores(
  total: Scores,
  group: Scores,
  segment: Segment,
  index: number,
  questions: readonly FoundWords[],
  titleWeight: number,
): void {
  const size = segment.numbers.length;
  for (const words of questions) {
    const rarity = words[0]?.rarity ?? 0;
    let hasGroup = false;
    for (const word of words) {
      const term = word.termIn[index] ?? -1;
      if (term < 0) continue;
      hasGroup = true;
      const worth = { gain: word.rarity * word.weight, coverage: rarity * word.weight };
      const inTitle = segment.title.has(term) ? titleWeight : 0;
      if (inTitle > 0) addTitle(total, group, size, worth, inTitle);
      addBest(total, group, segment.postings, term, worth, inTitle);
    }
    if (hasGroup) clear(group, size);
  }
}

interface Worth {
  /** What a match adds to the score at most, saturation aside, and what it covers of the question. */
  readonly gain: number;
  readonly coverage: number;
}

/**
 * The hot loop: nothing is made here, and postings are read in their order. `group` holds the best match so far of a
 * word and those that stand for it; what a better one adds to it, it adds to the total.
 */
function addBest(
  total: Scores,
  group: Scores,
  { starts, passages, weights }: Postings,
  term: number,
  { gain, coverage }: Worth,
  inTitle: number,
): void {
  const end = starts[term + 1] ?? 0;
  for (let posting = starts[term] ?? 0; posting < end; posting++) {
    raise(total, group, passages[posting] ?? 0, gain * ((weights[posting] ?? 0) + inTitle), coverage);
  }
}

function addTitle(total: Scores, group: Scores, size: number, { gain, coverage }: Worth, inTitle: number): void {
  for (let passage = 0; passage < size; passage++) raise(total, group, passage, gain * inTitle, coverage);
}

function raise(total: Scores, group: Scores, passage: number, sum: number, coverage: number): void {
  const more = sum - (group.sums[passage] ?? 0);
  if (more > 0) {
    group.sums[passage] = sum;
    total.sums[passage] = (total.sums[passage] ?? 0) + more;
  }
  const moreCovered = coverage - (group.covered[passage] ?? 0);
  if (moreCovered > 0 && sum > 0) {
    group.covered[passage] = coverage;
    total.covered[passage] = (total.covered[passage] ?? 0) + moreCovered;
  }
}

function insert(best: Candidate[], candidate: Candidate, most: number): void {
  let at = best.length;
  while (at > 0 && (best[at - 1]?.score ?? 0) < candidate.score) at--;
  best.splice(at, 0, candidate);
  if (best.length > most) best.pop();
}
