import type { FlowVersionContent } from '../../../core/flow/flow.ts';
import type { TwinId, VersionId } from '../../../core/ids.ts';
import type { TwinContent } from '../../../core/twin/twin.ts';
import type { Author, Page, PageRequest, Stale } from './common.ts';
import type { VersionSummaryRecord } from './flow-store.ts';

export interface TwinSummaryRecord {
  id: TwinId;
  name: string;
  createdAt: string;
  updatedAt: string;
  draftRevision: number;
  newestVersion: number | null;
}
export interface TwinRecord extends TwinSummaryRecord {
  draft: TwinContent & { revision: number; updatedAt: string; updatedBy: Author | null };
}
/** A twin's version runs as the one-step flow "start, then the twin answers". */
export interface TwinVersionRecord extends VersionSummaryRecord, FlowVersionContent {
  twinId: TwinId;
  name: string;
}

export interface TwinReader {
  list(page: PageRequest): Promise<Page<TwinSummaryRecord>>;
  find(id: string): Promise<TwinRecord | null>;
  listVersions(twinId: string, page: PageRequest): Promise<Page<VersionSummaryRecord>>;
  findVersion(twinId: string, number: number): Promise<TwinVersionRecord | null>;
  newestVersion(twinId: string): Promise<TwinVersionRecord | null>;
  /** Deployments, and flows whose draft or newest version calls this twin. */
  usesOf(twinId: string): Promise<{ kind: 'deployment' | 'flow'; id: string; name: string }[]>;
}

export interface TwinWriter extends TwinReader {
  create(twin: { id: TwinId; name: string; content: TwinContent; at: Date; by: Author }): Promise<TwinRecord>;
  rename(id: string, name: string, at: Date): Promise<boolean>;
  /** Deletes the twin, its draft and its versions. */
  remove(id: string): Promise<boolean>;
  /** Writes only when the draft is at `revision`; the new one is `revision + 1`. */
  saveDraft(change: {
    twinId: string;
    revision: number;
    content: TwinContent;
    at: Date;
    by: Author;
  }): Promise<{ stale: false; revision: number } | Stale | null>;
  /** Locks the twin's draft for the rest of the transaction, so that what is validated is what is published. */
  lockDraft(twinId: string): Promise<TwinRecord | null>;
  publish(version: {
    id: VersionId;
    twinId: string;
    content: FlowVersionContent;
    note: string | null;
    at: Date;
    by: Author;
  }): Promise<VersionSummaryRecord>;
}
