import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/shell-route.ts';
import { deploymentsQuery } from './deployment-queries.ts';

const listRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/deployments',
  loader: ({ context }) => void context.queries.prefetchInfiniteQuery(deploymentsQuery),
  component: lazyRouteComponent(() => import('./deployments-page.tsx'), 'DeploymentsPage'),
});

export const deploymentRoutes = [listRoute] as const;
