import type { FlowVersionContent } from '../../../core/flow/flow.ts';
import type { FlowGraph } from '../../../core/flow/graph.ts';
import type { FlowId, VersionId } from '../../../core/ids.ts';
import type { Author, Page, PageRequest, Stale } from './common.ts';

export interface FlowSummaryRecord {
  id: FlowId;
  name: string;
  createdAt: string;
  updatedAt: string;
  draftRevision: number;
  newestVersion: number | null;
}
export interface FlowRecord extends FlowSummaryRecord {
  draft: { revision: number; graph: FlowGraph; updatedAt: string; updatedBy: Author | null };
}
export interface VersionSummaryRecord {
  id: VersionId;
  number: number;
  note: string | null;
  createdAt: string;
  createdBy: Author | null;
}
export interface VersionRecord extends VersionSummaryRecord, FlowVersionContent {
  flowId: FlowId;
  name: string;
}

export interface FlowReader {
  list(page: PageRequest): Promise<Page<FlowSummaryRecord>>;
  find(id: string): Promise<FlowRecord | null>;
  listVersions(flowId: string, page: PageRequest): Promise<Page<VersionSummaryRecord>>;
  findVersion(flowId: string, number: number): Promise<VersionRecord | null>;
  newestVersion(flowId: string): Promise<VersionRecord | null>;
  /** What a version runs, of a flow or of a twin. */
  contentOf(versionId: string): Promise<FlowVersionContent | null>;
  /** Deployments and other flows' drafts or newest versions that name this flow. */
  usesOf(flowId: string): Promise<{ kind: 'deployment' | 'flow'; id: string; name: string }[]>;
}

export interface FlowWriter extends FlowReader {
  create(flow: { id: FlowId; name: string; graph: FlowGraph; at: Date; by: Author }): Promise<FlowRecord>;
  rename(id: string, name: string, at: Date): Promise<boolean>;
  /** Deletes the flow, its draft and its versions. */
  remove(id: string): Promise<boolean>;
  /** Writes only when the draft is at `revision`; the new one is `revision + 1`. */
  saveDraft(change: {
    flowId: string;
    revision: number;
    graph: FlowGraph;
    at: Date;
    by: Author;
  }): Promise<{ stale: false; revision: number } | Stale | null>;
  /** Locks the flow's draft for the rest of the transaction, so that what is validated is what is published. */
  lockDraft(flowId: string): Promise<FlowRecord | null>;
  /** The number is the newest plus one; the caller holds the draft's lock. */
  publish(version: {
    id: VersionId;
    flowId: string;
    content: FlowVersionContent;
    note: string | null;
    at: Date;
    by: Author;
  }): Promise<VersionSummaryRecord>;
}
