import { createRoute } from '@tanstack/react-router';
import { orNotFound } from '../api/or-not-found.ts';
import { versionQuery } from '../flows/versions/version-query.ts';
import { lazyPage } from '../shell/lazy-page.ts';
import { shellRoute } from '../shell/shell-route.ts';
import { readDashboardFilter } from './dashboard-filter.ts';
import { dashboardQuery, funnelQuery } from './dashboard-queries.ts';

const dashboardRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dashboard',
  validateSearch: readDashboardFilter,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.queries.prefetchQuery(dashboardQuery(deps)),
  component: lazyPage(() => import('./dashboard-page.tsx'), 'DashboardPage'),
});

const funnelRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/flows/$flowId/versions/$number',
  loader: ({ context: { queries }, params: { flowId, number } }) => {
    void queries.prefetchQuery(funnelQuery(flowId, Number(number)));
    return orNotFound(queries.ensureQueryData(versionQuery(flowId, Number(number))));
  },
  component: lazyPage(() => import('./funnel-page.tsx'), 'FunnelPage'),
});

export const dashboardRoutes = [dashboardRoute, funnelRoute] as const;
