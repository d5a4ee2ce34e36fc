import { AppError, notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';

/** Marks a session as read by the member who calls, or as unread again. */
export async function markSession(
  ctx: Pick<Context, 'store' | 'clock'>,
  actor: Actor,
  sessionId: string,
  mark: 'read' | 'unread',
): Promise<void> {
  const memberId = memberOf(actor);
  if (memberId === undefined) throw new AppError('not_available', 'Only members read sessions; an API key does not.');
  const isThere = await ctx.store.write(actor.workspaceId, ({ sessions }) =>
    mark === 'read'
      ? sessions.markRead(sessionId, memberId, ctx.clock.now())
      : sessions.markUnread(sessionId, memberId),
  );
  if (!isThere) throw notFound('session');
}

/** The member whose reading counts; nobody's when a key or the server calls. */
export function memberOf(actor: Actor): string | undefined {
  return actor.kind === 'member' && actor.id !== null ? actor.id : undefined;
}
