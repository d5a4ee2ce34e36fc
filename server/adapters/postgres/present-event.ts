import type { SessionEvent } from '../../../core/session/session-event.ts';

/** An event's row: `seq`, `at` and `type` have columns of their own, because they outlive the payload. */
export interface EventRow {
  seq: number;
  at: Date;
  type: string;
  payload: Record<string, unknown>;
}

/** The event a row stands for. One that erasure has emptied has lost its other fields. */
export function presentEvent({ seq, at, type, payload }: EventRow): SessionEvent {
  return { seq, at: at.toISOString(), type, ...payload } as SessionEvent;
}
