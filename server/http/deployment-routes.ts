import type { FastifyInstance } from 'fastify';
import { deploymentEndpoints } from '../../contract/deployments.ts';
import { decisionEndpoints } from '../../contract/rollout-decisions.ts';
import { changeDeployment, restoreRevision } from '../deployments/change-deployment.ts';
import { createDeployment } from '../deployments/create-deployment.ts';
import { deleteDeployment } from '../deployments/delete-deployment.ts';
import { explainDecision, previewRollout } from '../deployments/explain-decision.ts';
import { getIdentitySecret } from '../deployments/identity-secret.ts';
import {
  getDeployment,
  listDecisions,
  listDeploymentRevisions,
  listDeployments,
} from '../deployments/read-deployments.ts';
import { startTrustedSession } from '../sessions/visit-deployment.ts';
import type { HttpDeps } from './deps.ts';
import { mounter } from './mounter.ts';
import { pageOf } from './page-of.ts';
import type { Limits } from './rate-limits.ts';

export function deploymentRoutes(app: FastifyInstance, deps: HttpDeps, limits: Limits): void {
  const { ctx, engine } = deps;
  const mount = mounter(app, deps, [limits.ownerCalls]);
  const at = { ...deploymentEndpoints, ...decisionEndpoints };
  mount(at.listDeployments, ({ actor, query: { q, status, sort, ...page } }) =>
    listDeployments(ctx, actor, { q, status, sort }, pageOf(page)),
  );
  mount(at.createDeployment, ({ actor, body }) => createDeployment(ctx, actor, body));
  mount(at.getDeployment, ({ actor, params }) => getDeployment(ctx, actor, params.id));
  mount(at.changeDeployment, ({ actor, params, body }) => changeDeployment(ctx, actor, params.id, body));
  mount(at.deleteDeployment, ({ actor, params, query }) => deleteDeployment(ctx, actor, params.id, query.confirmName));
  mount(at.listDeploymentRevisions, ({ actor, params, query }) =>
    listDeploymentRevisions(ctx, actor, params.id, pageOf(query)),
  );
  mount(at.restoreDeploymentRevision, ({ actor, params }) => restoreRevision(ctx, actor, params.id, params.revision));
  mount(at.listDecisions, ({ actor, params, query }) =>
    listDecisions(ctx, actor, params.id, { ...pageOf(query), unitKey: query.unitKey }),
  );
  mount(at.explainDecision, ({ actor, params, body }) => explainDecision(ctx, actor, params.id, body));
  mount(at.previewRollout, ({ actor, params, body }) => previewRollout(ctx, actor, params.id, body));
  mount(at.startTrustedSession, ({ actor, params, body }) => startTrustedSession(engine, actor, params.id, body));
  mount(at.getIdentitySecret, ({ actor }) => getIdentitySecret(ctx, actor));
}
