import type { FastifyInstance } from 'fastify';
import { twinEndpoints } from '../../contract/twins.ts';
import { requireScope } from '../access/authenticate.ts';
import { createTwin, deleteTwin, renameTwin, restoreTwinVersion, saveTwinDraft } from '../twins/change-twin.ts';
import { diffTwinVersions } from '../twins/diff-versions.ts';
import { proposeRules } from '../twins/propose-rules.ts';
import { publishTwin, validateTwinDraft } from '../twins/publish-twin.ts';
import { getTwin, getTwinVersion, listTwins, listTwinVersions } from '../twins/read-twins.ts';
import { tryTwin } from '../twins/try-twin.ts';
import type { HttpDeps } from './deps.ts';
import { mounter } from './mounter.ts';
import { pageOf } from './page-of.ts';
import type { Limits } from './rate-limits.ts';

export function twinRoutes(app: FastifyInstance, deps: HttpDeps, limits: Limits): void {
  const { ctx } = deps;
  const mount = mounter(app, deps, [limits.ownerCalls]);
  const at = twinEndpoints;
  mount(at.listTwins, ({ actor, query: { q, ...page } }) => listTwins(ctx, actor, { q }, pageOf(page)));
  mount(at.createTwin, ({ actor, body }) => createTwin(ctx, actor, body));
  mount(at.getTwin, ({ actor, params }) => getTwin(ctx, actor, params.id));
  mount(at.renameTwin, ({ actor, params, body }) => renameTwin(ctx, actor, params.id, body.name));
  mount(at.deleteTwin, ({ actor, params }) => deleteTwin(ctx, actor, params.id));
  mount(at.saveTwinDraft, ({ actor, params, body }) => saveTwinDraft(ctx, actor, params.id, body));
  mount(at.validateTwinDraft, ({ actor, params }) => validateTwinDraft(ctx, actor, params.id));
  mount(at.restoreTwinVersion, ({ actor, params, body }) => restoreTwinVersion(ctx, actor, params.id, body));
  mount(at.publishTwinVersion, ({ actor, params, body }) => publishTwin(ctx, actor, params.id, body ?? {}));
  mount(at.listTwinVersions, ({ actor, params, query }) => listTwinVersions(ctx, actor, params.id, pageOf(query)));
  mount(at.getTwinVersion, ({ actor, params }) => getTwinVersion(ctx, actor, params.id, params.number));
  mount(at.diffTwinVersions, ({ actor, params, query }) => diffTwinVersions(ctx, actor, params.id, query));
  mount(at.tryTwin, ({ actor, params, body }) => {
    if (body.deploymentId !== undefined) requireScope(actor, 'deployments:read');
    return tryTwin(ctx, actor, params.id, body);
  });
  mount(at.proposeRules, ({ actor, params, body }) => proposeRules(ctx, actor, params.id, body.sourceIds));
}
