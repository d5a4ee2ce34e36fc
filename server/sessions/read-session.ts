import type { VisitorEvent } from '../../contract/visitor-events.ts';
import { toVisitorEvent } from '../../contract/visitor-events.ts';
import type { SessionEvent } from '../../core/session/session-event.ts';
import { notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';
import type { Page, PageRequest } from '../ports/store/common.ts';
import type { SessionFilter, SessionRecord, SessionSummaryRecord } from '../ports/store/session-store.ts';
import type { TurnSession } from '../ports/store/turn-store.ts';
import { authorizeSession } from './authorize-session.ts';

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

export function listSessions(
  ctx: Pick<Context, 'store'>,
  actor: Actor,
  filter: SessionFilter,
  page: PageRequest,
): Promise<Page<SessionSummaryRecord>> {
  return ctx.store.read(actor.workspaceId, (reader) => reader.sessions.list(filter, page));
}

export async function getSession(ctx: Pick<Context, 'store'>, actor: Actor, id: string): Promise<SessionRecord> {
  const session = await ctx.store.read(actor.workspaceId, (reader) => reader.sessions.find(id));
  if (!session) throw notFound('session');
  return session;
}
