import type { FoundWords } from './find-words.ts';
import type { Candidate } from './rank-passages.ts';

/** What tells a right passage from a wrong one, among few passages as among many, each about 0 to 1. */
export interface Evidence {
  /** Its score against what every word of the question, found everywhere, would give. */
  readonly strength: number;
  /**
   * How far it stands above the best of the others, in words that no other passage has; negative where it is below. Of
   * several that have as good as the whole question none takes from the others: what is said twice is no less sure.
   */
  readonly lead: number;
}

/** From here on a passage has as good as the whole question. Less costs wrong answers on the tuning half. */
const wholeCoverage = 0.8;

export function evidenceOf(
  candidate: Candidate,
  candidates: readonly Candidate[],
  questions: readonly FoundWords[],
  greatestRarity: number,
): Evidence {
  const asked = questions.reduce((sum, [word]) => sum + (word?.rarity ?? 0), 0);
  const isRival = ({ coverage }: Candidate) => candidate.coverage < wholeCoverage || coverage < wholeCoverage;
  const other = candidates.find((each) => each !== candidate && isRival(each));
  return {
    strength: asked > 0 ? candidate.score / asked : 0,
    lead: (candidate.score - (other?.score ?? 0)) / greatestRarity,
  };
}

/** Logistic regression over the first hits of the tuning half of `bench/retrieval.ts`. */
export const confidenceWeights = { constant: -2.3, strength: 1.7, lead: 2.5 };

/**
 * Below it a passage is no answer, and an honest reply says so. Chosen on the tuning half of `bench/retrieval.ts`; on the
 * other half 2 to 5 % of the questions without an answer got one, and 4 to 6 % of those with an answer a wrong one, in
 * libraries of one text as of all.
 */
export const answerThreshold = 0.52;

/** How likely a passage with this evidence answers the question, 0 to 1. */
export function confidenceOf(evidence: Evidence): number {
  const { constant, strength, lead } = confidenceWeights;
  const sum = constant + strength * evidence.strength + lead * evidence.lead;
  return 1 / (1 + Math.exp(-sum));
}
