import { AppError } from '../errors.ts';
import type { Context } from '../ports/context.ts';
import type { TurnSession } from '../ports/store/turn-store.ts';

/**
 * Checks that the token is this session's. A wrong token and an unknown session get the same answer, so
 * that ids cannot be probed.
 */
export function authorizeSession(
  ctx: Pick<Context, 'ids' | 'clock'>,
  session: TurnSession | null,
  token: string,
): TurnSession {
  if (!session || session.tokenHash !== ctx.ids.digest(token)) throw unknownSession();
  if (session.tokenExpiresAt && session.tokenExpiresAt <= ctx.clock.now()) {
    throw new AppError('unauthenticated', 'This session ended over 30 days ago; its token has expired.');
  }
  return session;
}

export function unknownSession(): AppError {
  return new AppError('unauthenticated', 'This token does not open this session.');
}
