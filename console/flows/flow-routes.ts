import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/shell-route.ts';
import { flowQuery, flowsQuery } from './flow-queries.ts';

const listRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/flows',
  loader: ({ context }) => void context.queries.prefetchInfiniteQuery(flowsQuery),
  component: lazyRouteComponent(() => import('./flows-page.tsx'), 'FlowsPage'),
});
const flowRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/flows/$flowId',
  // A flow that is not there is the route's error, which shows as "no such page".
  loader: ({ context, params }) => context.queries.ensureQueryData(flowQuery(params.flowId)),
  component: lazyRouteComponent(() => import('./flow-page.tsx'), 'FlowPage'),
});

export const flowRoutes = [listRoute, flowRoute] as const;
