import type { FlowVersionContent } from '../../../core/flow/flow.ts';
import type { VersionId } from '../../../core/ids.ts';
import type { Author, Page, PageRequest } from './common.ts';

/** What is drafted, published in versions and deployed. */
export type SubjectKind = 'flow' | 'twin';

export interface SubjectSummaryRecord<Id> {
  id: Id;
  name: string;
  createdAt: string;
  updatedAt: string;
  draftRevision: number;
  newestVersion: number | null;
}
/** What an author writes of a subject, and who wrote it last. */
export type Draft<Content> = Content & { revision: number; updatedAt: string; updatedBy: Author | null };
export interface SubjectRecord<Id, Content> extends SubjectSummaryRecord<Id> {
  draft: Draft<Content>;
}
export interface VersionSummaryRecord {
  id: VersionId;
  number: number;
  note: string | null;
  createdAt: string;
  createdBy: Author | null;
}
/** What sessions run, of either kind: a twin's version is the one-step flow "start, then the twin answers". */
export interface VersionRecord extends VersionSummaryRecord, FlowVersionContent {
  subjectId: string;
  name: string;
}

export interface SubjectReader<Id, Content> {
  /** Newest first. `q` looks for words in names, the last one by its beginning. */
  list(filter: { q?: string }, page: PageRequest): Promise<Page<SubjectSummaryRecord<Id>>>;
  find(id: string): Promise<SubjectRecord<Id, Content> | null>;
  listVersions(id: string, page: PageRequest): Promise<Page<VersionSummaryRecord>>;
  findVersion(id: string, number: number): Promise<VersionRecord | null>;
  newestVersion(id: string): Promise<VersionRecord | null>;
  /** Deployments of the subject, and other flows whose draft or newest version calls it. */
  usesOf(id: string): Promise<{ kind: 'deployment' | 'flow'; id: string; name: string }[]>;
}

export interface SubjectWriter<Id, Content> extends SubjectReader<Id, Content> {
  create(subject: {
    id: Id;
    name: string;
    content: Content;
    at: Date;
    by: Author;
  }): Promise<SubjectRecord<Id, Content>>;
  rename(id: string, name: string, at: Date): Promise<boolean>;
  /** Deletes the subject, its draft and its versions. */
  remove(id: string): Promise<boolean>;
  /** Writes only when the draft is at `revision`, which makes it `revision + 1`; else tells what stands there. */
  saveDraft(change: {
    id: string;
    revision: number;
    content: Content;
    at: Date;
    by: Author;
  }): Promise<{ stale: false; revision: number } | { stale: true; draft: Draft<Content> } | null>;
  /** Locks the draft for the rest of the transaction, so that what is validated is what is published. */
  lockDraft(id: string): Promise<SubjectRecord<Id, Content> | null>;
  /** The number is the newest plus one; the caller holds the draft's lock. */
  publish(version: {
    id: VersionId;
    subjectId: string;
    content: FlowVersionContent;
    note: string | null;
    at: Date;
    by: Author;
  }): Promise<VersionSummaryRecord>;
}
