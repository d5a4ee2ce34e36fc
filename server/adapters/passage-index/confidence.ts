import type { FoundWords } from './find-words.ts';
import type { Candidate } from './rank-passages.ts';

/** What tells a right passage from a wrong one, each about 0 to 1. */
export interface Evidence {
  /** How much of the question the passage has, by the rarity of the words. */
  readonly coverage: number;
  /** Its score against what every word of the question, found everywhere, would give. */
  readonly strength: number;
  /** How far it stands above the best of the others, as a share of the best score; negative where it is below. */
  readonly lead: number;
  /** How many words there were to go by: 0 for one, nearly 1 for many. */
  readonly words: number;
}

export function evidenceOf(
  candidate: Candidate,
  candidates: readonly Candidate[],
  questions: readonly FoundWords[],
): Evidence {
  const asked = questions.reduce((sum, [word]) => sum + (word?.rarity ?? 0), 0);
  const [first, second] = candidates;
  const other = candidate === first ? second : first;
  return {
    coverage: candidate.coverage,
    strength: asked > 0 ? candidate.score / asked : 0,
    lead: (candidate.score - (other?.score ?? 0)) / (first?.score ?? 1),
    words: 1 - 1 / Math.max(1, questions.length),
  };
}

/** Logistic regression over the first hits of the tuning half of `bench/retrieval.ts`. */
export const confidenceWeights = { constant: -6.7, coverage: 2, strength: 3.2, lead: 3.1, words: 1.9 };

/**
 * Below it a passage is no answer, and an honest reply says so. Chosen on the tuning half of `bench/retrieval.ts`; on
 * the other half 5 % of the questions without an answer got one, and 4 % of those with an answer got a wrong one.
 */
export const answerThreshold = 0.4;

/** How likely a passage with this evidence answers the question, 0 to 1. */
export function confidenceOf(evidence: Evidence): number {
  const { constant, coverage, strength, lead, words } = confidenceWeights;
  const sum =
    constant +
    coverage * evidence.coverage +
    strength * evidence.strength +
    lead * evidence.lead +
    words * evidence.words;
  return 1 / (1 + Math.exp(-sum));
}
