import type { EndReason } from '../../core/session/session-event.ts';
import { type AppError, notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { TurnSession } from '../ports/store/turn-store.ts';
import { authorizeSession, unknownSession } from './authorize-session.ts';
import type { Engine } from './engine.ts';
import { takeTurn } from './take-turn.ts';

export interface EndedSession {
  readonly status: 'ended';
  readonly endReason: EndReason;
}

type OutsideReason = 'visitorLeft' | 'inactivity' | 'ownerClosed';

/** Ends the session as its visitor; ending an ended one says how it ended. */
export function leaveSession(engine: Engine, input: { sessionId: string; token: string }): Promise<EndedSession> {
  const authorize = (session: TurnSession) => void authorizeSession(engine.ctx, session, input.token);
  return endWith(engine, input.sessionId, 'visitorLeft', authorize, unknownSession);
}

/** Ends a session of the caller's workspace. */
export async function closeSession(engine: Engine, actor: Actor, sessionId: string): Promise<EndedSession> {
  const unknown = () => notFound('session');
  const authorize = (session: TurnSession) => {
    if (session.workspaceId !== actor.workspaceId) throw unknown();
  };
  const ended = await endWith(engine, sessionId, 'ownerClosed', authorize, unknown);
  await engine.ctx.store.write(actor.workspaceId, (transaction) =>
    audit(engine.ctx, transaction, actor, { action: 'session.closed', subjectId: sessionId }),
  );
  return ended;
}

/**
 * Ends active sessions whose inactivity deadline has passed; returns how many. One that cannot be ended is left to the
 * next sweep, and keeps no other from it. Time is a parameter, so a test moves it.
 */
export async function sweepInactiveSessions(engine: Engine, now: Date, batch = 200): Promise<number> {
  const left = new Set<string>();
  let ended = 0;
  for (;;) {
    const due = await engine.ctx.store.turns.inactiveSessions(now, batch + left.size);
    const untried = due.filter((id) => !left.has(id));
    for (const id of untried) {
      if (await endIfStillInactive(engine, id, now)) ended += 1;
      else left.add(id);
    }
    if (untried.length < batch) return ended;
  }
}

async function endIfStillInactive(engine: Engine, sessionId: string, now: Date): Promise<boolean> {
  engine.hot.delete(sessionId);
  try {
    const end = await takeTurn<null>(engine, sessionId, ({ state }) => {
      const isDue = state.status === 'active' && state.inactiveAt !== null && new Date(state.inactiveAt) <= now;
      return isDue ? { input: { type: 'sessionEnded', reason: 'inactivity' } } : { answer: null };
    });
    return end.kind === 'committed';
  } catch (error) {
    engine.ctx.log.error('an inactive session could not be ended', { sessionId }, error);
    return false;
  }
}

async function endWith(
  engine: Engine,
  sessionId: string,
  reason: OutsideReason,
  authorize: (session: TurnSession) => void,
  unknown: () => AppError,
): Promise<EndedSession> {
  const end = await takeTurn<EndReason>(engine, sessionId, (session) => {
    authorize(session);
    const { status, endReason } = session.state;
    if (status === 'ended' && endReason) return { answer: endReason };
    return { input: { type: 'sessionEnded', reason } };
  });
  if (end.kind === 'committed') return { status: 'ended', endReason: reason };
  if (end.kind === 'answered') return { status: 'ended', endReason: end.answer };
  throw unknown();
}
