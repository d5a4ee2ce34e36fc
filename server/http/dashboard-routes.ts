import type { FastifyInstance } from 'fastify';
import { dashboardEndpoints } from '../../contract/dashboard.ts';
import { readDashboard } from '../dashboard/read-dashboard.ts';
import { readFunnel } from '../dashboard/read-funnel.ts';
import type { HttpDeps } from './deps.ts';
import { mount } from './mount.ts';
import type { Limits } from './rate-limits.ts';

export function dashboardRoutes(app: FastifyInstance, deps: HttpDeps, limits: Limits): void {
  const { ctx } = deps;
  const limit = [limits.ownerCalls];
  const at = dashboardEndpoints;
  mount(app, deps, at.getDashboard, ({ actor, query }) => readDashboard(ctx, actor, query), limit);
  mount(
    app,
    deps,
    at.getFunnel,
    ({ actor, params: { id, number }, query }) => readFunnel(ctx, actor, { ...query, flowId: id, number }),
    limit,
  );
}
