import type { SourceAt } from '../../core/twin/passage.ts';

/** Background work, by name and payload. Enqueued by the store inside the transaction that needs it; a job may run twice. */
export interface JobPayloads {
  /** Judge an ended session. */
  evaluateSession: { workspaceId: string; sessionId: string };
  /** Read an uploaded file or a web address into a source's text. */
  readSource: { workspaceId: string; sourceId: string };
  /** Have the passages of a source's text embedded, where the workspace has a model for that. */
  embedSource: { workspaceId: string; sourceId: string };
  /** Build indexes of another format anew, a batch at a time, from those after this one on. */
  rebuildIndexes: { after: SourceAt | null };
  /** End inactive sessions, apply due ramp steps, forget old attributes, sum up counters. Every minute. */
  sweep: Record<string, never>;
  /** Mail a link that resets a password, as long as it works. `expiresAt` is an ISO time. */
  mailResetLink: { userId: string; token: string; expiresAt: string };
}
export type JobName = keyof JobPayloads;
export type JobHandlers = { readonly [Name in JobName]: (payload: JobPayloads[Name]) => Promise<void> };

export interface Jobs {
  start(handlers: JobHandlers): Promise<void>;
  /** Enqueues work that belongs to no transaction of the store. */
  add<Name extends JobName>(name: Name, payload: JobPayloads[Name]): Promise<void>;
  /** Lets running jobs finish for so long; one that does not is given back, to be done again by another start. */
  stop(graceMs: number): Promise<void>;
}
