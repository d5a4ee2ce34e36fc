import type { SessionEvent } from '../../core/session/session-event.ts';

/** News of one session: `lastSeq` always; the events themselves only where they came from this node. */
export interface LiveNotice {
  readonly sessionId: string;
  readonly lastSeq: number;
  readonly events?: readonly SessionEvent[];
}

/** Carries news of committed events to every node. A notice may be lost or repeated; the event log is the truth. */
export interface Live {
  /** Call after the commit. Never throws: a lost notice is mended by the next one. */
  publish(notice: LiveNotice): void;
  /** Hears of one session until the returned function is called. */
  subscribe(sessionId: string, hear: (notice: LiveNotice) => void): () => void;
}
