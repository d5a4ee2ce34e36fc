import type { Flow, Position } from '../flow/flow.ts';
import type { JsonValue } from '../json.ts';
import type { EndReason, EventOf, Mode } from './session-event.ts';

/** Most visitor messages that may wait while a turn is running. */
export const pendingLimit = 20;
/** Most nodes one turn may enter before the session ends with `limitReached`. */
export const stepLimit = 1000;

/** The stored snapshot of a session: JSON. Replaying the log's inputs on the session's version gives it again. */
export interface SessionState {
  readonly id: string;
  readonly status: 'active' | 'ended';
  readonly endReason?: EndReason;
  readonly mode: Mode;
  readonly language: string;
  readonly attributes: Readonly<Record<string, Readonly<Record<string, JsonValue>>>>;
  /** `seq` of the last event. */
  readonly lastSeq: number;
  /** Absent before the first event. */
  readonly position: Position | null;
  /** Visitor messages accepted while the flow waited for an effect, oldest first. */
  readonly pending: readonly (EventOf<'message'> & { readonly from: 'visitor' })[];
  readonly timeoutMs: number;
  /** ISO instant at which inactivity ends the session; moved by every sign of the visitor and every answer to them. Null while the flow owes an answer, and once ended. */
  readonly inactiveAt: string | null;
  /** Ids of actions shown so far; only these can be taken. */
  readonly shownActions: readonly string[];
  readonly evaluated: boolean;
}

/** A session in memory: its state, and the version it began with and finishes on. */
export interface Session {
  readonly flow: Flow;
  readonly state: SessionState;
}
