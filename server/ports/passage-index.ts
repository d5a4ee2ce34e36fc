import type { Passage, PassageAt, SourceAt } from '../../core/twin/passage.ts';

/** What is made of a text so that it is found. */
export interface IndexedText {
  readonly passages: readonly Passage[];
  readonly index: Uint8Array;
  readonly indexFormat: number;
}

export interface PassageHit extends PassageAt {
  /** Comparable within one search only. */
  readonly score: number;
  /** How likely the passage answers the question, 0 to 1, measured by `bench/retrieval.ts`. */
  readonly confidence: number;
}

export interface PassageQuery {
  readonly workspaceId: string;
  /** The source revisions that may be searched, and no others. */
  readonly sources: readonly SourceAt[];
  readonly question: string;
  readonly limit: number;
  /** The question embedded by a model; passages whose source revision has vectors of the same model join by it too. */
  readonly vector?: QuestionVector;
}

/**
 * Finds passages. The index of a source revision is immutable and stored with it, so an edit is found from its
 * commit on, a start rebuilds nothing, and every node sees the same.
 */
export interface PassageIndex {
  /** Counts how indexes were written so far: what has another format finds nothing until it is built anew. */
  readonly format: number;
  /**
   * Cuts the text of a source revision into passages and makes their index, to be stored with it. Turns of visitors go
   * on meanwhile, however long the text. Throws an UpstreamError where that takes more time or memory than it may.
   */
  build(source: { readonly title: string; readonly text: string }): Promise<IndexedText>;
  /**
   * Whether a question says what it is about. One of words that questions of any subject have ("And how much is it?")
   * does not: it means what was talked of before.
   */
  hasSubject(question: string): boolean;
  /** The index of passages that were cut before. Otherwise as `build`. */
  rebuild(source: { readonly title: string; readonly passages: readonly Passage[] }): Promise<Uint8Array>;
  /** The best passages, best first. A source revision without an index finds nothing. */
  search(query: PassageQuery): Promise<PassageHit[]>;
}

/** What keeps stored indexes in the format of the running server. */
export interface IndexUpkeep {
  /** The next indexes of another format, of any workspace, in one order throughout; `after` is where a batch before ended. */
  outdated(
    format: number,
    after: SourceAt | null,
    limit: number,
  ): Promise<(SourceAt & { readonly workspaceId: string })[]>;
  /** Enqueues the building anew of what comes after, on one node at a time. Asked for twice it is done once. */
  enqueueRebuilding(after: SourceAt | null): Promise<void>;
}

/** A question as a model embedded it. */
export interface QuestionVector {
  readonly model: string;
  readonly values: Float32Array;
}

/** Where an index finds what was built, and the vectors of embedded passages, by `sourceId/revision`. */
export interface IndexStorage {
  load(workspaceId: string, sources: readonly SourceAt[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Float32 values of every passage one after the other, in the order of their numbers. */
  loadVectors(
    workspaceId: string,
    model: string,
    sources: readonly SourceAt[],
  ): Promise<ReadonlyMap<string, Float32Array>>;
  /**
   * The `most` passages of these texts whose vectors are nearest to the question's by cosine, nearest first; null where
   * what is stored cannot be asked for that, and vectors have to be compared by whoever loads them.
   */
  nearest(
    workspaceId: string,
    vector: QuestionVector,
    sources: readonly SourceAt[],
    most: number,
  ): Promise<PassageAt[] | null>;
}
