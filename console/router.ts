import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { settingsRoutes, wayInRoutes } from './access/access-routes.ts';
import { dashboardRoutes } from './dashboard/dashboard-routes.ts';
import { deploymentRoutes } from './deployments/deployment-routes.ts';
import { flowRoutes } from './flows/flow-routes.ts';
import { peopleRoutes } from './people/people-routes.ts';
import { sessionRoutes } from './sessions/session-routes.ts';
import { ErrorPage } from './shell/error-page.tsx';
import { LoadingPage } from './shell/loading-page.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { rootRoute } from './shell/root-route.ts';
import { parseSearch, stringifySearch } from './shell/search-text.ts';
import { shellRoute } from './shell/shell-route.ts';
import { sourceRoutes } from './sources/source-routes.ts';
import { twinRoutes } from './twins/twin-routes.ts';

const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/flows', replace: true });
  },
});

/** Every page of the console. An area brings its own routes; most stand inside the shell, which asks for a sign-in. */
const routeTree = rootRoute.addChildren([
  ...wayInRoutes,
  shellRoute.addChildren([
    homeRoute,
    ...flowRoutes,
    ...twinRoutes,
    ...sourceRoutes,
    ...deploymentRoutes,
    ...dashboardRoutes,
    ...sessionRoutes,
    ...peopleRoutes,
    ...settingsRoutes,
  ]),
]);

export function makeRouter(queries: QueryClient) {
  return createRouter({
    routeTree,
    context: { queries },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    // Freshness is the query client's business.
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 300,
    defaultPendingComponent: LoadingPage,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
