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
  at: Date;
  by: Author | null;
}

export interface SourceReader {
  list(
    filter: { q?: string; status?: SourceRecord['status']; personId?: string } & PageRequest,
  ): Promise<Page<SourceRecord>>;
  find(id: string): Promise<SourceRecord | null>;
  textOf(source: SourceAt): Promise<string | null>;
  listPassages(source: SourceAt, page: PageRequest): Promise<Page<Passage>>;
  /** Every source with a text: what deployments may name, and what is this person's own. */
  usable(
    personId: string | null,
  ): Promise<
    {
      sourceId: string;
      revision: number;
      name: string;
      url: string | null;
      personAccess: 'mentioned' | 'internal' | null;
    }[]
  >;
  /** The passages themselves, of revisions that still exist; in no order. */
  passagesAt(places: readonly PassageAt[]): Promise<(Passage & SourceAt)[]>;
  /** All passages of these source revisions, for guardrails. */
  passagesOf(sources: readonly SourceAt[]): Promise<(Passage & SourceAt)[]>;
}

export interface SourceWriter extends SourceReader {
  create(
    source: Omit<SourceRecord, 'revision' | 'passages' | 'characters' | 'progress' | 'error' | 'updatedAt'>,
  ): Promise<SourceRecord>;
  change(
    id: string,
    change: { name?: string; hint?: string; personAccess?: 'mentioned' | 'internal'; at: Date },
  ): Promise<boolean>;
  setStatus(
    id: string,
    status: { status: SourceRecord['status']; progress: number; error: string | null; at: Date },
  ): Promise<boolean>;
  /** The next revision, now in force and `ready`; the caller has checked which one it follows. Null when the source is gone. */
  saveText(text: NewSourceText): Promise<SourceRecord | null>;
  saveVectors(source: SourceAt, model: string, vectors: Float32Array): Promise<void>;
  /** Enqueues the reading of a source, in this transaction. */
  enqueueReading(id: string): Promise<void>;
  /** With every text, passage and index derived from it; its file stays the caller's to delete. */
  remove(id: string): Promise<SourceRecord | null>;
}
