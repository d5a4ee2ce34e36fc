import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { peopleEndpoints as at } from '../../contract/people.ts';
import { changePerson } from '../people/change-person.ts';
import { erasePerson } from '../people/erase-person.ts';
import { exportPerson } from '../people/export-person.ts';
import { forgetFact, listFacts } from '../people/facts.ts';
import { mergePerson } from '../people/merge-person.ts';
import { getPerson, listPeople } from '../people/read-people.ts';
import type { HttpDeps } from './deps.ts';
import { mounter } from './mounter.ts';
import { pageOf } from './page-of.ts';
import type { Limits } from './rate-limits.ts';

/** Who was talked with, and what is remembered of them. */
export function peopleRoutes(app: FastifyInstance, deps: HttpDeps, limits: Limits): void {
  const { ctx } = deps;
  const mount = mounter(app, deps, [limits.ownerCalls]);
  mount(at.listPeople, ({ actor, query: { q, ...page } }) => listPeople(ctx, actor, { q }, pageOf(page)));
  mount(at.getPerson, ({ actor, params }) => getPerson(ctx, actor, params.id));
  mount(at.changePerson, ({ actor, params, body }) => changePerson(ctx, actor, params.id, body));
  mount(at.mergePerson, ({ actor, params, body }) => mergePerson(ctx, actor, params.id, body.into));
  mount(at.exportPerson, async ({ actor, params, reply }) => {
    const pieces = await exportPerson(ctx, actor, params.id);
    reply.header('content-type', 'application/json; charset=utf-8');
    reply.header('content-disposition', `attachment; filename="${params.id}.json"`);
    return Readable.from(pieces);
  });
  mount(at.erasePerson, ({ actor, params, query }) => erasePerson(ctx, actor, params.id, query.confirmName));
  mount(at.listFacts, ({ actor, params, query }) => listFacts(ctx, actor, params.id, pageOf(query)));
  mount(at.forgetFact, ({ actor, params }) => forgetFact(ctx, actor, params.id, params.factId));
}
