import type { FastifyInstance } from 'fastify';
import { flowEndpoints } from '../../contract/flows.ts';
import { deleteFlow, renameFlow } from '../flows/change-flow.ts';
import { createFlow } from '../flows/create-flow.ts';
import { publishVersion, validateDraft } from '../flows/publish-version.ts';
import { diffVersions, getFlow, getVersion, listFlows, listVersions } from '../flows/read-flows.ts';
import { restoreVersion, saveDraft } from '../flows/save-draft.ts';
import { testRequest } from '../flows/test-request.ts';
import type { HttpDeps } from './deps.ts';
import { mounter } from './mounter.ts';
import { pageOf } from './page-of.ts';
import type { Limits } from './rate-limits.ts';

export function flowRoutes(app: FastifyInstance, deps: HttpDeps, limits: Limits): void {
  const { ctx } = deps;
  const mount = mounter(app, deps, [limits.ownerCalls]);
  const at = flowEndpoints;
  mount(at.listFlows, ({ actor, query: { q, ...page } }) => listFlows(ctx, actor, { q }, pageOf(page)));
  mount(at.createFlow, ({ actor, body }) => createFlow(ctx, actor, body));
  mount(at.getFlow, ({ actor, params }) => getFlow(ctx, actor, params.id));
  mount(at.renameFlow, ({ actor, params, body }) => renameFlow(ctx, actor, params.id, body.name));
  mount(at.deleteFlow, ({ actor, params }) => deleteFlow(ctx, actor, params.id));
  mount(at.saveDraft, ({ actor, params, body }) => saveDraft(ctx, actor, params.id, body));
  mount(at.validateDraft, ({ actor, params }) => validateDraft(ctx, actor, params.id));
  mount(at.restoreVersion, ({ actor, params, body }) => restoreVersion(ctx, actor, params.id, body));
  mount(at.testRequest, ({ actor, params, body }) => testRequest(ctx, actor, params.id, body));
  mount(at.publishVersion, ({ actor, params, body }) => publishVersion(ctx, actor, params.id, body ?? {}));
  mount(at.listVersions, ({ actor, params, query }) => listVersions(ctx, actor, params.id, pageOf(query)));
  mount(at.getVersion, ({ actor, params }) => getVersion(ctx, actor, params.id, params.number));
  mount(at.diffVersions, ({ actor, params, query }) => diffVersions(ctx, actor, params.id, query));
}
