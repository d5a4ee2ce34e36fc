import type { Passage, PassageAt, SourceAt } from '../../core/twin/passage.ts';

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
  readonly vector?: { readonly model: string; readonly values: Float32Array };
}

/**
 * Finds passages. The index of a source revision is immutable and stored with it, so an edit is found from its
 * commit on, a start rebuilds nothing, and every node sees the same.
 */
export interface PassageIndex {
  /** The index of one source revision, to be stored with it. */
  build(source: { readonly title: string; readonly passages: readonly Passage[] }): Uint8Array;
  /** The best passages, best first. A source revision without an index finds nothing. */
  search(query: PassageQuery): Promise<PassageHit[]>;
}

/** Where an index finds what `build` made, and the vectors of embedded passages, by `sourceId/revision`. */
export interface IndexStorage {
  load(workspaceId: string, sources: readonly SourceAt[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Float32 values of every passage one after the other, in the order of their numbers. */
  loadVectors(
    workspaceId: string,
    model: string,
    sources: readonly SourceAt[],
  ): Promise<ReadonlyMap<string, Float32Array>>;
}
