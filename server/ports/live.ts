import type { SessionEvent } from '../../core/session/session-event.ts';

/** News of one session. The events themselves come along only where they were committed by this node. */
export interface LiveNotice {
  readonly sessionId: string;
  /** The highest committed `seq`. Absent when notices may have been missed: look into the event log. */
  readonly lastSeq?: number;
  readonly events?: readonly SessionEvent[];
}

/** Carries news of committed events to every node. A notice may be lost or repeated; the event log is the truth. */
export interface Live {
  /** Call after the commit. Never throws: a lost notice is mended by the next one. */
  publish(notice: LiveNotice): void;
  /** Hears of one session until the returned function is called. On the publishing node it hears at once. */
  subscribe(sessionId: string, hear: (notice: LiveNotice) => void): () => void;
}
