import type { FastifyInstance } from 'fastify';
import { twinEndpoints } from '../../contract/twins.ts';
import { requireScope } from '../access/authenticate.ts';
import { createTwin, deleteTwin, renameTwin, restoreTwinVersion, saveTwinDraft } from '../twins/change-twin.ts';
import { proposeRules } from '../twins/propose-rules.ts';
import { publishTwin, validateTwinDraft } from '../twins/publish-twin.ts';
import { getTwin, getTwinVersion, listTwins, listTwinVersions } from '../twins/read-twins.ts';
import { tryTwin } from '../twins/try-twin.ts';
import type { HttpDeps } from './deps.ts';
import { mount } from './mount.ts';
import { pageOf } from './page-of.ts';
import type { Limits } from './rate-limits.ts';

export function twinRoutes(app: FastifyInstance, deps: HttpDeps, limits: Limits): void {
  const { ctx } = deps;
  const limit = [limits.ownerCalls];
  const at = twinEndpoints;
  mount(app, deps, at.listTwins, ({ actor, query }) => listTwins(ctx, actor, pageOf(query)), limit);
  mount(app, deps, at.createTwin, ({ actor, body }) => createTwin(ctx, actor, body), limit);
  mount(app, deps, at.getTwin, ({ actor, params }) => getTwin(ctx, actor, params.id), limit);
  mount(app, deps, at.renameTwin, ({ actor, params, body }) => renameTwin(ctx, actor, params.id, body.name), limit);
  mount(app, deps, at.deleteTwin, ({ actor, params }) => deleteTwin(ctx, actor, params.id), limit);
  mount(app, deps, at.saveTwinDraft, ({ actor, params, body }) => saveTwinDraft(ctx, actor, params.id, body), limit);
  mount(app, deps, at.validateTwinDraft, ({ actor, params }) => validateTwinDraft(ctx, actor, params.id), limit);
  mount(
    app,
    deps,
    at.restoreTwinVersion,
    ({ actor, params, body }) => restoreTwinVersion(ctx, actor, params.id, body),
    limit,
  );
  mount(
    app,
    deps,
    at.publishTwinVersion,
    ({ actor, params, body }) => publishTwin(ctx, actor, params.id, body ?? {}),
    limit,
  );
  mount(
    app,
    deps,
    at.listTwinVersions,
    ({ actor, params, query }) => listTwinVersions(ctx, actor, params.id, pageOf(query)),
    limit,
  );
  mount(
    app,
    deps,
    at.getTwinVersion,
    ({ actor, params }) => getTwinVersion(ctx, actor, params.id, params.number),
    limit,
  );
  mount(
    app,
    deps,
    at.tryTwin,
    ({ actor, params, body }) => {
      if (body.deploymentId !== undefined) requireScope(actor, 'deployments:read');
      return tryTwin(ctx, actor, params.id, body);
    },
    limit,
  );
  mount(
    app,
    deps,
    at.proposeRules,
    ({ actor, params, body }) => proposeRules(ctx, actor, params.id, body.sourceIds),
    limit,
  );
}
