import type { FastifyInstance } from 'fastify';
import { dashboardEndpoints } from '../../contract/dashboard.ts';
import { readDashboard } from '../dashboard/read-dashboard.ts';
import { readFunnel } from '../dashboard/read-funnel.ts';
import type { HttpDeps } from './deps.ts';
import { mounter } from './mounter.ts';
import type { Limits } from './rate-limits.ts';

export function dashboardRoutes(app: FastifyInstance, deps: HttpDeps, limits: Limits): void {
  const { ctx } = deps;
  const mount = mounter(app, deps, [limits.ownerCalls]);
  const at = dashboardEndpoints;
  mount(at.getDashboard, ({ actor, query }) => readDashboard(ctx, actor, query));
  mount(at.getFunnel, ({ actor, params: { id, number }, query }) =>
    readFunnel(ctx, actor, { ...query, flowId: id, number }),
  );
}
