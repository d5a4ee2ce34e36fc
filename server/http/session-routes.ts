import type { FastifyInstance } from 'fastify';
import { peopleEndpoints } from '../../contract/people.ts';
import { sessionEndpoints } from '../../contract/sessions.ts';
import type { JsonValue } from '../../core/json.ts';
import { judgeSession } from '../outcomes/evaluate-session.ts';
import { getPerson, listPeople } from '../people/read-people.ts';
import { closeSession } from '../sessions/end-session.ts';
import { getSession, listSessions } from '../sessions/read-session.ts';
import type { HttpDeps } from './deps.ts';
import { mount } from './mount.ts';
import { pageOf } from './page-of.ts';
import type { Limits } from './rate-limits.ts';

/** What owners see and do with sessions and people. */
export function sessionRoutes(app: FastifyInstance, deps: HttpDeps, limits: Limits): void {
  const { ctx, engine } = deps;
  const limit = [limits.ownerCalls];
  const at = sessionEndpoints;
  mount(
    app,
    deps,
    at.listSessions,
    ({ actor, query: { limit: size, cursor, ...filter } }) =>
      listSessions(ctx, actor, filter, pageOf({ limit: size, cursor })),
    limit,
  );
  mount(
    app,
    deps,
    at.getSession,
    async ({ actor, params }) => {
      const session = await getSession(ctx, actor, params.id);
      const variables = (session.state.position?.variables ?? {}) as Record<string, JsonValue>;
      return { ...session, variables };
    },
    limit,
  );
  mount(app, deps, at.closeSession, ({ actor, params }) => closeSession(engine, actor, params.id), limit);
  const judging = { ...ctx, loadFlow: engine.loadFlow };
  mount(app, deps, at.judgeSession, ({ actor, params, body }) => judgeSession(judging, actor, params.id, body), limit);
  mount(app, deps, peopleEndpoints.listPeople, ({ actor, query }) => listPeople(ctx, actor, pageOf(query)), limit);
  mount(app, deps, peopleEndpoints.getPerson, ({ actor, params }) => getPerson(ctx, actor, params.id), limit);
}
