import { authorizeSession, unknownSession } from './authorize-session.ts';
import type { Engine } from './engine.ts';
import { takeTurn } from './take-turn.ts';

/** The visitor wants to hear no more of the answer being written; what was said so far becomes the message. Changes nothing where none is. */
export async function stopReply(engine: Engine, request: { sessionId: string; token: string }): Promise<void> {
  const end = await takeTurn<null>(engine, request.sessionId, async (session) => {
    authorizeSession(engine.ctx, session, request.token);
    const waiting = session.state.position?.waiting;
    if (session.state.status === 'ended' || waiting?.kind !== 'effect') return { answer: null };
    return { input: { type: 'stopRequested', effectId: waiting.effectId } };
  });
  if (end.kind === 'gone') throw unknownSession();
}
