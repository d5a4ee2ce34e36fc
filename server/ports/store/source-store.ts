import type { SourceId } from '../../../core/ids.ts';
import type { Passage, PassageAt, SourceAt } from '../../../core/twin/passage.ts';
import type { Author, Page, PageRequest } from './common.ts';

export interface SourceRecord {
  id: SourceId;
  name: string;
  kind: 'file' | 'note' | 'url';
  status: 'waiting' | 'reading' | 'ready' | 'failed';
  /** 0 to 1 while it is read. */
  progress: number;
  error: string | null;
  /** How often reading was begun since it was asked for. */
  attempts: number;
  /** When a reading that failed will be tried again; null where none waits for that. */
  retryAt: string | null;
  /** The revision in force; null before the first. */
  revision: number | null;
  passages: number;
  characters: number;
  fileId: string | null;
  sizeBytes: number | null;
  mediaType: string | null;
  url: string | null;
  hint: string | null;
  personId: string | null;
  personAccess: 'mentioned' | 'internal' | null;
  createdAt: string;
  updatedAt: string;
}

/** A text that a source gets, with everything derived from it. Immutable once written. */
export interface NewSourceText {
  sourceId: string;
  text: string;
  passages: readonly Passage[];
  /** Made by `PassageIndex.build`. */
  index: Uint8Array;
  indexFormat: number;
  /** What the file turned out to be. */
  mediaType?: string;
  at: Date;
  by: Author | null;
}

/** A source with a text, at the revision in force. */
export interface UsableSource extends SourceAt {
  readonly name: string;
  readonly url: string | null;
  readonly characters: number;
  /** How a person's own source may be used; null for one that deployments name. */
  readonly personAccess: 'mentioned' | 'internal' | null;
}

export interface SourceReader {
  list(
    filter: {
      q?: string;
      status?: SourceRecord['status'];
      of?: 'everyone' | 'person';
      personId?: string;
    } & PageRequest,
  ): Promise<Page<SourceRecord>>;
  find(id: string): Promise<SourceRecord | null>;
  textOf(source: SourceAt): Promise<string | null>;
  listPassages(source: SourceAt, page: PageRequest): Promise<Page<Passage>>;
  /** Every source with a text: what deployments may name, and what is this person's own. */
  usable(personId: string | null): Promise<UsableSource[]>;
  /** The passages themselves, of revisions that still exist; in no order. */
  passagesAt(places: readonly PassageAt[]): Promise<(Passage & SourceAt)[]>;
  /** All passages of these source revisions, for guardrails. */
  passagesOf(sources: readonly SourceAt[]): Promise<(Passage & SourceAt)[]>;
}

export interface SourceWriter extends SourceReader {
  /** How many sources there are; whoever asks the same waits until this transaction has ended. */
  countToAdd(): Promise<number>;
  create(
    source: Omit<
      SourceRecord,
      'revision' | 'passages' | 'characters' | 'progress' | 'error' | 'attempts' | 'retryAt' | 'updatedAt'
    >,
  ): Promise<SourceRecord>;
  /** Locks the source for the rest of the transaction, so that what was looked at is what is changed. */
  lock(id: string): Promise<SourceRecord | null>;
  change(
    id: string,
    change: { name?: string; hint?: string; personAccess?: 'mentioned' | 'internal'; at: Date },
  ): Promise<boolean>;
  /** Without `retryAt` none waits to be tried again. */
  setStatus(
    id: string,
    status: {
      status: SourceRecord['status'];
      progress: number;
      error: string | null;
      retryAt?: string | null;
      at: Date;
    },
  ): Promise<boolean>;
  /** The next revision, now in force and `ready`; the caller has checked which one it follows. Null when the source is gone. */
  saveText(text: NewSourceText): Promise<SourceRecord | null>;
  /** Puts an index in the place of one of another format; of a revision that is gone it is dropped. */
  replaceIndex(source: SourceAt, index: Uint8Array, format: number): Promise<void>;
  /** Kept once per revision and model; of a revision that is gone they are dropped. */
  saveVectors(source: SourceAt, model: string, vectors: Float32Array): Promise<void>;
  /** Enqueues the embedding of a source's text, or of every source's, in this transaction. */
  enqueueEmbedding(id?: string): Promise<void>;
  /** Sets the source `waiting` and enqueues its reading, in this transaction. False when it is gone. */
  enqueueReading(id: string, at: Date): Promise<boolean>;
  /** Sets the source `waiting` with why it could not be read, and enqueues another attempt for then, in this transaction. */
  enqueueRetry(id: string, retry: { error: string; retryAt: Date; at: Date }): Promise<boolean>;
  /**
   * Sets a source that waits or is being read `reading`, and counts this attempt since the reading was asked for,
   * which one that was killed has been too. Null when it is gone or nothing is to be read.
   */
  beginReading(id: string, at: Date): Promise<SourceRecord | null>;
  /** With every text, passage and index derived from it, and its file. */
  remove(id: string): Promise<SourceRecord | null>;
}
