import type { PassageAt, SourceAt } from '../../../core/twin/passage.ts';
import type { IndexStorage, PassageHit, PassageIndex, QuestionVector } from '../../ports/passage-index.ts';
import { decodeSegment } from './decode-segment.ts';
import { fuseRankings } from './fuse-rankings.ts';
import { hasSubject } from './has-subject.ts';
import { indexApart } from './index-apart.ts';
import { keyOf, type Loaded, loadImmutable } from './load-immutable.ts';
import { rankByVector } from './rank-by-vector.ts';
import { bestRanking, type Ranking } from './ranking.ts';
import { searchWords, type WordHit } from './search-words.ts';
import { type Segment, segmentFormat } from './segment.ts';

const segmentBytesKept = 256 * 1024 * 1024;
const vectorBytesKept = 256 * 1024 * 1024;
/** How far down each ranking is read where words and vectors are put together. */
const leastFused = 50;

/**
 * Searches segments, one for each source revision, kept in memory as they were last used. Passages rank by their words
 * and, where the question comes with a vector, by nearness of meaning too. Confidence is by words alone: a passage
 * that only its vector found has none.
 */
export function passageIndex(storage: IndexStorage, ranking: Ranking = bestRanking): PassageIndex {
  const loadSegments = loadImmutable(segmentBytesKept, (bytes: Uint8Array) => decodeSegment(bytes, ranking));
  const loadVectors = loadImmutable(vectorBytesKept, (vectors: Float32Array) => vectors);
  const index = indexApart();
  const { readsLanguage } = ranking;
  return {
    format: segmentFormat,
    build: ({ title, text }) => index({ title, content: { text }, readsLanguage }),
    rebuild: async ({ title, passages }) => (await index({ title, content: { passages }, readsLanguage })).index,
    hasSubject,
    async search({ workspaceId, sources, question, limit, vector }) {
      const indexed = await loadSegments(workspaceId, inOrder(sources), (missing) =>
        storage.load(workspaceId, missing),
      );
      const segments = indexed.map(({ value }) => value);
      if (vector === undefined) {
        return searchWords(question, segments, ranking, limit).map((hit) => presented(hit, indexed));
      }
      const most = Math.max(leastFused, limit);
      const places = indexed.map(({ source }) => source);
      const near =
        (await storage.nearest(workspaceId, vector, places, most)) ??
        (await compared(workspaceId, vector, indexed, most));
      const words = searchWords(question, segments, ranking, most).map((hit) => presented(hit, indexed));
      return fused(words, near, indexed).slice(0, limit);
    },
  };

  /** The nearest of all, each looked at. */
  async function compared(
    workspaceId: string,
    { model, values }: QuestionVector,
    indexed: IndexedSources,
    most: number,
  ): Promise<PassageAt[]> {
    const embedded = await loadVectors(
      `${workspaceId} ${model}`,
      indexed.map(({ source }) => source),
      (missing) => storage.loadVectors(workspaceId, model, missing),
    );
    const vectorOf = new Map(embedded.map(({ source, value }) => [keyOf(source), value]));
    const vectors = indexed.map(({ source }) => vectorOf.get(keyOf(source)));
    const near = await rankByVector(values, vectors, most);
    return near.flatMap(({ segment, passage }) => {
      const source = indexed[segment];
      const number = source?.value.numbers[passage];
      return source === undefined || number === undefined ? [] : [{ ...source.source, number }];
    });
  }
}

type IndexedSources = readonly Loaded<Segment>[];

/** Each source once, in an order of its own: which comes first in a query changes nothing. */
function inOrder(sources: readonly SourceAt[]): SourceAt[] {
  const byKey = new Map(sources.map((source) => [keyOf(source), source]));
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, source]) => source);
}

function presented(
  { segment, passage, score, confidence }: Pick<WordHit, 'segment' | 'passage' | 'score' | 'confidence'>,
  indexed: IndexedSources,
): PassageHit {
  const { source, value } = indexed[segment] ?? unknownSegment(segment);
  const { sourceId, revision } = source;
  return { sourceId, revision, number: value.numbers[passage] ?? 0, score, confidence };
}

/** What only its vector found is a hit too, if it is a passage of what was searched. */
function fused(words: readonly PassageHit[], near: readonly PassageAt[], indexed: IndexedSources): PassageHit[] {
  const numbers = new Map(indexed.map(({ source, value }) => [keyOf(source), new Set(value.numbers)]));
  const found = near
    .filter((place) => numbers.get(keyOf(place))?.has(place.number))
    .map((place) => ({ ...place, score: 0, confidence: 0 }));
  const hits = new Map([...found, ...words].map((hit) => [placeOf(hit), hit]));
  return fuseRankings([words.map(placeOf), found.map(placeOf)]).flatMap(({ key, score }) => {
    const hit = hits.get(key);
    return hit === undefined ? [] : [{ ...hit, score }];
  });
}

function placeOf({ sourceId, revision, number }: PassageAt): string {
  return `${sourceId}/${revision}/${number}`;
}

function unknownSegment(segment: number): never {
  throw new Error(`no segment ${segment} was searched`);
}
