import type { AskTwinEffect, ClassifyTextEffect } from '../../core/session/effect.ts';
import type { EventOf, SessionEvent } from '../../core/session/session-event.ts';
import type { TurnSession } from './store/turn-store.ts';

type Result<Event> = Omit<Event, 'seq' | 'at'>;

/** Hears an answer as it is written; `restart` means that it is written anew. */
export interface Hear {
  piece(text: string): void;
  restart(): void;
}

/** An answer for which everything is being read. */
export interface PreparedReply {
  /**
   * Answers; never throws for a brain's failure, as another takes over and the last one apologizes. Hands on
   * checked text as it comes. With the signal it stops, and what was said so far is the answer.
   */
  write(hear: Hear, signal: AbortSignal): Promise<Result<EventOf<'twinReplied'>>>;
}

/** How twins take part in sessions: what the session's effects ask of them. */
export interface TwinReplies {
  /**
   * Begins to read what the answer goes by. The turn that asks may still be on its way to the log: `events` are those
   * it adds, and `session` is as it will be after them. No brain is asked before `write`.
   */
  prepare(session: TurnSession, effect: AskTwinEffect, events: readonly SessionEvent[]): PreparedReply;
  sort(session: TurnSession, effect: ClassifyTextEffect): Promise<Result<EventOf<'textClassified'>>>;
}
