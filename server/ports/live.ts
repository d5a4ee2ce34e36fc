import type { SessionEvent } from '../../core/session/session-event.ts';

/** News of one session. The events themselves come along only where they were committed by this node. */
export interface LiveNotice {
  readonly sessionId: string;
  /** The highest committed `seq`. Absent when notices may have been missed: look into the event log. */
  readonly lastSeq?: number;
  readonly events?: readonly SessionEvent[];
  /** A piece of an answer that is being written; `lastSeq` and `events` are absent then. */
  readonly delta?: LiveDelta;
}

/** `offset` counts the characters of the answer before the piece: a reader that missed one waits for the whole message. */
export interface LiveDelta {
  readonly effectId: string;
  readonly offset: number;
  readonly text: string;
}

/** Carries news of committed events to every node. A notice may be lost or repeated; the event log is the truth. */
export interface Live {
  /** Call after the commit. Never throws: a lost notice is mended by the next one. */
  publish(notice: LiveNotice): void;
  /** Hears of one session until the returned function is called. On the publishing node it hears at once. */
  subscribe(sessionId: string, hear: (notice: LiveNotice) => void): () => void;
}
