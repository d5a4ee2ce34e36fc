import type { confidenceWeights, Evidence } from '../../server/adapters/passage-index/confidence.ts';
import { decodeSegment } from '../../server/adapters/passage-index/decode-segment.ts';
import { encodeSegment } from '../../server/adapters/passage-index/encode-segment.ts';
import { bestRanking } from '../../server/adapters/passage-index/ranking.ts';
import { searchWords } from '../../server/adapters/passage-index/search-words.ts';
import type { Segment } from '../../server/adapters/passage-index/segment.ts';
import type { LibraryGroup } from './library-groups.ts';
import { keyOf, type Question } from './questions.ts';

export type ConfidenceWeights = typeof confidenceWeights;

const rounds = 20_000;
const stepSize = 0.5;
/** Holds weights small where so few questions say little about them. */
const restraint = 0.002;
/** However many questions without an answer a group has: most visitors ask for what there is. */
const shareAnswerable = 0.7;

/**
 * Weights under which the confidence in first hits on the questions of the tuning half says best how often they are
 * right, each group of libraries counting alike.
 */
export async function fitConfidence(groups: readonly LibraryGroup[]): Promise<ConfidenceWeights> {
  const examples = (await Promise.all(groups.map(examplesOf))).flat();
  const total = examples.reduce((sum, { counts }) => sum + counts, 0);
  const weights = examples[0]?.features.map(() => 0) ?? [];
  for (let round = 0; round < rounds; round++) {
    const slopes = weights.map(() => 0);
    for (const { features, isRight, counts } of examples) {
      const sum = features.reduce((all, feature, at) => all + feature * (weights[at] ?? 0), 0);
      const excess = 1 / (1 + Math.exp(-sum)) - (isRight ? 1 : 0);
      features.forEach((feature, at) => {
        slopes[at] = (slopes[at] ?? 0) + (excess * feature * counts) / total;
      });
    }
    weights.forEach((weight, at) => {
      weights[at] = weight - stepSize * ((slopes[at] ?? 0) + (at === 0 ? 0 : restraint * weight));
    });
  }
  const [constant = 0, strength = 0, lead = 0] = weights;
  return { constant, strength, lead };
}

interface Example {
  readonly features: readonly number[];
  readonly isRight: boolean;
  readonly counts: number;
}

async function examplesOf({ corpus, libraries }: LibraryGroup): Promise<Example[]> {
  const segments = new Map<string, Segment>();
  for (const source of corpus) {
    const segment = await decodeSegment(encodeSegment(source, bestRanking.readsLanguage), bestRanking);
    if (segment !== null) segments.set(source.file, segment);
  }
  const asked = libraries.flatMap(({ files, questions }) =>
    questions.filter(({ half }) => half === 'tune').map((question) => ({ files, question })),
  );
  const unanswerable = asked.filter(({ question }) => question.kind === 'unanswerable').length;
  const countOf = ({ kind }: Question) =>
    kind === 'unanswerable' ? (1 - shareAnswerable) / unanswerable : shareAnswerable / (asked.length - unanswerable);
  return asked.flatMap(({ files, question }) => firstHit(files, question, countOf(question), segments));
}

function firstHit(
  files: readonly string[],
  question: Question,
  counts: number,
  segments: ReadonlyMap<string, Segment>,
): Example[] {
  const searched = files.flatMap((file) => segments.get(file) ?? []);
  const [hit] = searchWords(question.text, searched, bestRanking, 1);
  if (hit === undefined) return [];
  const key = keyOf(files[hit.segment] ?? '', searched[hit.segment]?.numbers[hit.passage] ?? 0);
  return [{ features: featuresOf(hit.evidence), isRight: question.right.has(key), counts }];
}

function featuresOf({ strength, lead }: Evidence): number[] {
  return [1, strength, lead];
}
