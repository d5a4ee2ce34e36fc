import type { JsonValue } from '../../core/json.ts';
import { canQueue } from '../../core/session/accepts-input.ts';
import { pendingLimit } from '../../core/session/session.ts';
import { AppError } from '../errors.ts';
import { authorizeSession, unknownSession } from './authorize-session.ts';
import type { Engine } from './engine.ts';
import { takeTurn } from './take-turn.ts';

export interface IncomingMessage {
  readonly sessionId: string;
  readonly token: string;
  readonly clientMessageId: string;
  readonly text?: string;
  readonly choice?: string | string[];
  readonly value?: JsonValue;
}

/** Accepts a visitor's message: recorded and, unless the flow is waiting for the outside world, answered in the same turn. */
export async function receiveMessage(engine: Engine, message: IncomingMessage): Promise<{ seq: number }> {
  const { turns } = engine.ctx.store;
  const { clientMessageId, text = '', choice, value } = message;
  const end = await takeTurn<number>(engine, message.sessionId, async (session) => {
    authorizeSession(engine.ctx, session, message.token);
    if (session.state.status === 'ended' || !canQueue(session.state)) {
      const accepted = await turns.acceptedSeq(message.sessionId, clientMessageId);
      if (accepted !== null) return { answer: accepted };
      throw session.state.status === 'ended' ? sessionEnded() : tooManyPending();
    }
    return { input: { type: 'message', from: 'visitor', text, choice, value, clientMessageId }, clientMessageId };
  });
  switch (end.kind) {
    case 'committed':
      engine.ctx.metrics.count('messageAccepted', {});
      return { seq: acceptedAs(end.events, clientMessageId) };
    case 'answered':
      return { seq: end.answer };
    case 'repeated':
      return { seq: end.seq };
    case 'gone':
    case 'leaseLost':
      throw unknownSession();
  }
}

export function sessionEnded(): AppError {
  return new AppError('session_ended', 'This conversation has ended and takes no more messages. Start a new one.');
}

function tooManyPending(): AppError {
  return new AppError(
    'too_many_pending',
    `${pendingLimit} messages are waiting for an answer already. Send this one again in a moment.`,
    { retryAfterMs: 2000 },
  );
}

function acceptedAs(
  events: readonly { type: string; seq: number; clientMessageId?: string }[],
  clientMessageId: string,
): number {
  const event = events.find((candidate) => candidate.clientMessageId === clientMessageId);
  if (!event) throw new Error('a committed message left no event');
  return event.seq;
}
