import type { AskTwinEffect, ClassifyTextEffect } from '../../core/session/effect.ts';
import type { EventOf } from '../../core/session/session-event.ts';
import type { TurnSession } from './store/turn-store.ts';

type Result<Event> = Omit<Event, 'seq' | 'at'>;

/** Hears an answer as it is written; `restart` means that it is written anew. */
export interface Hear {
  piece(text: string): void;
  restart(): void;
}

/** How twins take part in sessions: what the session's effects ask of them. */
export interface TwinReplies {
  /**
   * Answers; never throws for a brain's failure, as another takes over and the last one apologizes. Hands on
   * checked text as it comes. With the signal it stops, and what was said so far is the answer.
   */
  reply(
    session: TurnSession,
    effect: AskTwinEffect,
    hear: Hear,
    signal: AbortSignal,
  ): Promise<Result<EventOf<'twinReplied'>>>;
  sort(session: TurnSession, effect: ClassifyTextEffect): Promise<Result<EventOf<'textClassified'>>>;
}
