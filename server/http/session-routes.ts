import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { sessionEndpoints } from '../../contract/sessions.ts';
import type { JsonValue } from '../../core/json.ts';
import { judgeSession } from '../outcomes/evaluate-session.ts';
import { closeSession } from '../sessions/end-session.ts';
import { exportSessions } from '../sessions/export-sessions.ts';
import { markSession } from '../sessions/mark-session.ts';
import { getSession, listSessions, watchedSession } from '../sessions/read-session.ts';
import type { HttpDeps } from './deps.ts';
import { eventsAfter, ownerView } from './event-stream.ts';
import { mounter } from './mounter.ts';
import { pageOf } from './page-of.ts';
import type { Limits } from './rate-limits.ts';

/** What owners see and do with sessions. */
export function sessionRoutes(app: FastifyInstance, deps: HttpDeps, limits: Limits): void {
  const { ctx, engine } = deps;
  const mount = mounter(app, deps, [limits.ownerCalls]);
  const at = sessionEndpoints;
  mount(at.listSessions, ({ actor, query: { limit, cursor, ...filter } }) =>
    listSessions(ctx, actor, filter, pageOf({ limit, cursor })),
  );
  mount(at.exportSessions, async ({ actor, query, reply }) => {
    const lines = await exportSessions(ctx, actor, query);
    reply.header('content-type', 'text/csv; charset=utf-8');
    reply.header('content-disposition', 'attachment; filename="sessions.csv"');
    return Readable.from(lines);
  });
  mount(at.watchSession, async ({ actor, params, query, raw, reply }) => {
    const session = await watchedSession(ctx, actor, params.id);
    await deps.streams.open(raw, reply, session, eventsAfter(raw, query.after), ownerView);
  });
  mount(at.markSessionRead, ({ actor, params }) => markSession(ctx, actor, params.id, 'read'));
  mount(at.markSessionUnread, ({ actor, params }) => markSession(ctx, actor, params.id, 'unread'));
  mount(at.getSession, async ({ actor, params }) => {
    const session = await getSession(ctx, actor, params.id);
    const variables = (session.state.position?.variables ?? {}) as Record<string, JsonValue>;
    return { ...session, variables };
  });
  mount(at.closeSession, ({ actor, params }) => closeSession(engine, actor, params.id));
  const judging = { ...ctx, loadFlow: engine.loadFlow };
  mount(at.judgeSession, ({ actor, params, body }) => judgeSession(judging, actor, params.id, body));
}
