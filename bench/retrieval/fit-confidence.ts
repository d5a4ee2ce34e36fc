import type { confidenceWeights, Evidence } from '../../server/adapters/passage-index/confidence.ts';
import { decodeSegment } from '../../server/adapters/passage-index/decode-segment.ts';
import { encodeSegment } from '../../server/adapters/passage-index/encode-segment.ts';
import { bestRanking } from '../../server/adapters/passage-index/ranking.ts';
import { searchWords } from '../../server/adapters/passage-index/search-words.ts';
import type { CorpusSource } from './corpus.ts';
import { keyOf, type Question } from './questions.ts';

export type ConfidenceWeights = typeof confidenceWeights;

const rounds = 20_000;
const stepSize = 0.5;
/** Holds weights small where so few questions say little about them. */
const restraint = 0.002;

/** Weights under which the confidence in first hits on these questions says best how often they are right. */
export async function fitConfidence(
  corpus: readonly CorpusSource[],
  questions: readonly Question[],
): Promise<ConfidenceWeights> {
  const examples = await firstHits(corpus, questions);
  const weights = examples[0]?.features.map(() => 0) ?? [];
  for (let round = 0; round < rounds; round++) {
    const slopes = weights.map(() => 0);
    for (const { features, isRight } of examples) {
      const sum = features.reduce((total, feature, at) => total + feature * (weights[at] ?? 0), 0);
      const excess = 1 / (1 + Math.exp(-sum)) - (isRight ? 1 : 0);
      features.forEach((feature, at) => {
        slopes[at] = (slopes[at] ?? 0) + (excess * feature) / examples.length;
      });
    }
    weights.forEach((weight, at) => {
      weights[at] = weight - stepSize * ((slopes[at] ?? 0) + (at === 0 ? 0 : restraint * weight));
    });
  }
  const [constant = 0, coverage = 0, strength = 0, lead = 0, words = 0] = weights;
  return { constant, coverage, strength, lead, words };
}

interface Example {
  readonly features: readonly number[];
  readonly isRight: boolean;
}

async function firstHits(corpus: readonly CorpusSource[], questions: readonly Question[]): Promise<Example[]> {
  const decoded = await Promise.all(
    corpus.map((source) => decodeSegment(encodeSegment(source, bestRanking.readsLanguage), bestRanking)),
  );
  const segments = decoded.filter((segment) => segment !== null);
  return questions.flatMap(({ text, right }) => {
    const [hit] = searchWords(text, segments, bestRanking, 1);
    if (hit === undefined) return [];
    const key = keyOf(corpus[hit.segment]?.file ?? '', segments[hit.segment]?.numbers[hit.passage] ?? 0);
    return [{ features: featuresOf(hit.evidence), isRight: right.has(key) }];
  });
}

function featuresOf({ coverage, strength, lead, words }: Evidence): number[] {
  return [1, coverage, strength, lead, words];
}
