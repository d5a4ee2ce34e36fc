import { AppError } from '../errors.ts';
import { authorizeSession, unknownSession } from './authorize-session.ts';
import type { Engine } from './engine.ts';
import { sessionEnded } from './receive-message.ts';
import { takeTurn } from './take-turn.ts';

/** Notes that the visitor followed a call to action that was shown to them. */
export async function takeAction(
  engine: Engine,
  action: { sessionId: string; token: string; actionId: string },
): Promise<{ seq: number }> {
  const end = await takeTurn(engine, action.sessionId, (session) => {
    authorizeSession(engine.ctx, session, action.token);
    if (session.state.status === 'ended') throw sessionEnded();
    if (!session.state.shownActions.includes(action.actionId)) {
      throw new AppError('invalid_request', 'No such action was shown in this conversation.', {
        problems: [{ field: 'actionId', message: 'must be the id of an action that was shown' }],
      });
    }
    return { input: { type: 'actionTaken', actionId: action.actionId } };
  });
  if (end.kind !== 'committed') throw unknownSession();
  return { seq: end.session.state.lastSeq };
}
