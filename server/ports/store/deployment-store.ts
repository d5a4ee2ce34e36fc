import type { DeploymentId, DeploymentRevisionId } from '../../../core/ids.ts';
import type { JsonValue } from '../../../core/json.ts';
import type { Author, Page, PageRequest, Stale } from './common.ts';
import type { SubjectKind } from './subject-store.ts';

/** Settings are a document that `contract/deployment-settings.ts` describes; the store keeps it whole and looks only at name and status. */
export type SettingsDocument = { readonly [field: string]: JsonValue } & {
  readonly name: string;
  readonly status: 'active' | 'inactive';
};

export interface DeploymentRecord {
  id: DeploymentId;
  key: string;
  salt: string;
  subject: { kind: SubjectKind; id: string };
  platform: { kind: 'web' | 'intercom' | 'api' };
  revision: number;
  revisionId: DeploymentRevisionId;
  settings: SettingsDocument;
  createdAt: string;
  updatedAt: string;
}
export interface DeploymentRevisionRecord {
  revision: number;
  at: string;
  by: Author | null;
  /** Names of the settings that changed. */
  changed: string[];
  settings: SettingsDocument;
}

/** What a list tells of a deployment beside its settings. */
export interface DeploymentStanding {
  id: string;
  /** Null when the flow or twin is gone. */
  subjectName: string | null;
  /** Number of the version that its policy points at now; null when there is none. */
  servedVersion: number | null;
  /** Live sessions since the instant asked for. */
  stats: { sessions: number; achieved: number; judged: number };
}

/** Which deployments a list shows, and in which order. */
export interface DeploymentSearch {
  /** Words of the name, the last one by its beginning. */
  readonly q?: string;
  readonly status?: 'active' | 'inactive';
  /**
   * Newest first when absent; by name from A to Z, whatever the case; or by the live sessions from the hour of `since`
   * on: most of them first, or the highest success rate first and those with nothing judged last.
   */
  readonly order?: { readonly by: 'name' } | { readonly by: 'sessions' | 'success'; readonly since: Date };
}

export interface DeploymentReader {
  list(page: PageRequest, search?: DeploymentSearch): Promise<Page<DeploymentRecord>>;
  find(id: string): Promise<DeploymentRecord | null>;
  /** How these deployments stand, in no order; sessions are counted from the hour of `since` on. */
  standings(ids: readonly string[], since: Date): Promise<DeploymentStanding[]>;
  listRevisions(deploymentId: string, page: PageRequest): Promise<Page<DeploymentRevisionRecord>>;
  findRevision(deploymentId: string, revision: number): Promise<DeploymentRevisionRecord | null>;
}

export interface NewRevision {
  readonly id: DeploymentRevisionId;
  readonly settings: SettingsDocument;
  readonly changed: readonly string[];
  readonly at: Date;
  readonly by: Author;
}

export interface DeploymentWriter extends DeploymentReader {
  create(
    deployment: Pick<DeploymentRecord, 'id' | 'key' | 'salt' | 'subject' | 'platform'> & {
      first: NewRevision;
      nextStepAt: Date | null;
    },
  ): Promise<DeploymentRecord>;
  /** Locks the row, so that two changes merge one after the other. */
  lock(id: string): Promise<DeploymentRecord | null>;
  /** Adds a revision when the deployment is still at `from`. `nextStepAt` is the earliest scheduled ramp step to apply, or null. */
  revise(id: string, from: number, next: NewRevision, nextStepAt: Date | null): Promise<DeploymentRecord | Stale>;
  /** Deletes the deployment, its revisions, decisions, visits and sessions with everything derived from them. */
  remove(id: string): Promise<boolean>;
}
