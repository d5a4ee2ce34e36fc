/** Background work, by name and payload. Enqueued by the store inside the transaction that needs it; a job may run twice. */
export interface JobPayloads {
  /** Judge an ended session. */
  evaluateSession: { workspaceId: string; sessionId: string };
  /** End inactive sessions, apply due ramp steps, forget old attributes, sum up counters. Every minute. */
  sweep: Record<string, never>;
}
export type JobName = keyof JobPayloads;
export type JobHandlers = { readonly [Name in JobName]: (payload: JobPayloads[Name]) => Promise<void> };

export interface Jobs {
  start(handlers: JobHandlers): Promise<void>;
  /** Lets running jobs finish. */
  stop(): Promise<void>;
}
