import type { VisitorEvent } from '../../contract/visitor-events.ts';
import { toVisitorEvent } from '../../contract/visitor-events.ts';
import type { SessionEvent } from '../../core/session/session-event.ts';
import { AppError, notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';
import type { Page, PageRequest } from '../ports/store/common.ts';
import type { SessionFilter, SessionRecord, SessionSummaryRecord } from '../ports/store/session-store.ts';
import type { TurnSession } from '../ports/store/turn-store.ts';
import { authorizeSession } from './authorize-session.ts';
import { memberOf } from './mark-session.ts';

/** The session behind a token, freshly read. */
export async function openSession(
  ctx: Pick<Context, 'store' | 'ids' | 'clock'>,
  input: { sessionId: string; token: string },
): Promise<TurnSession> {
  return authorizeSession(ctx, await ctx.store.turns.load(input.sessionId), input.token);
}

/** The visitor's events of a session after a seq. */
export async function visitorEventsAfter(
  ctx: Pick<Context, 'store'>,
  session: TurnSession,
  seq: number,
): Promise<VisitorEvent[]> {
  return visitorEvents(await ctx.store.turns.eventsAfter(session, seq));
}

export function visitorEvents(events: readonly SessionEvent[]): VisitorEvent[] {
  return events.flatMap((event) => toVisitorEvent(event) ?? []);
}

export async function listSessions(
  ctx: Pick<Context, 'store'>,
  actor: Actor,
  filter: SessionFilter,
  page: PageRequest,
): Promise<Page<SessionSummaryRecord>> {
  const memberId = memberOf(actor);
  if (filter.unread !== undefined && memberId === undefined) {
    throw new AppError('invalid_request', 'Only members have unread sessions; an API key has none.', {
      problems: [{ field: 'unread', message: 'is for members only' }],
    });
  }
  return ctx.store.read(actor.workspaceId, (reader) => reader.sessions.list(filter, page, memberId));
}

export async function getSession(ctx: Pick<Context, 'store'>, actor: Actor, id: string): Promise<SessionRecord> {
  const session = await ctx.store.read(actor.workspaceId, (reader) => reader.sessions.find(id, memberOf(actor)));
  if (!session) throw notFound('session');
  return session;
}

/** A session of the caller's workspace, as its live stream needs it. */
export async function watchedSession(ctx: Pick<Context, 'store'>, actor: Actor, id: string): Promise<TurnSession> {
  const session = await ctx.store.turns.load(id);
  if (session?.workspaceId !== actor.workspaceId) throw notFound('session');
  return session;
}
