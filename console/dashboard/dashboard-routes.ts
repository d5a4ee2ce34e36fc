import { createRoute } from '@tanstack/react-router';
import { loadPatiently } from '../api/load-patiently.ts';
import { orNotFound } from '../api/or-not-found.ts';
import { versionQuery } from '../flows/versions/version-query.ts';
import { lazyPage } from '../shell/lazy-page.ts';
import { shellRoute } from '../shell/shell-route.ts';
import { readDashboardFilter } from './dashboard-filter.ts';

/** What these pages ask for is not needed before one of them is opened. */
const loadQueries = () => loadPatiently(() => import('./dashboard-queries.ts'));

const dashboardRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dashboard',
  validateSearch: readDashboardFilter,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const { dashboardQuery } = await loadQueries();
    void context.queries.prefetchQuery(dashboardQuery(deps));
  },
  component: lazyPage(() => import('./dashboard-page.tsx'), 'DashboardPage'),
});

const funnelRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/flows/$flowId/versions/$number',
  loader: async ({ context: { queries }, params: { flowId, number } }) => {
    const { funnelQuery } = await loadQueries();
    void queries.prefetchQuery(funnelQuery(flowId, Number(number)));
    return orNotFound(queries.ensureQueryData(versionQuery(flowId, Number(number))));
  },
  component: lazyPage(() => import('./funnel-page.tsx'), 'FunnelPage'),
});

export const dashboardRoutes = [dashboardRoute, funnelRoute] as const;
