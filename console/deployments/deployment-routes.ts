import { createRoute, redirect } from '@tanstack/react-router';
import { loadPatiently } from '../api/load-patiently.ts';
import { lazyPage } from '../shell/lazy-page.ts';
import { shellRoute } from '../shell/shell-route.ts';
import { readDeploymentFilter } from './list/deployment-filter.ts';

/** What these pages ask for is not needed before one of them is opened. */
const loadQueries = () => loadPatiently(() => import('./deployment-queries.ts'));

const listRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/deployments',
  validateSearch: readDeploymentFilter,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const { deploymentListQuery } = await loadQueries();
    void context.queries.prefetchInfiniteQuery(deploymentListQuery(deps));
  },
  component: lazyPage(() => import('./list/deployments-page.tsx'), 'DeploymentsPage'),
});

export interface WizardSearch {
  step?: string;
  /** The flow to begin with. */
  flow?: string;
  /** The twin to begin with. */
  twin?: string;
}
const newRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/deployments/new',
  validateSearch: ({ step, flow, twin }: Record<string, unknown>): WizardSearch => ({
    step: typeof step === 'string' ? step : undefined,
    flow: typeof flow === 'string' ? flow : undefined,
    twin: typeof twin === 'string' ? twin : undefined,
  }),
  component: lazyPage(() => import('./wizard/new-deployment-page.tsx'), 'NewDeploymentPage'),
});

const deploymentRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/deployments/$deploymentId',
  // A deployment that is not there is the route's error, which shows as "no such page".
  loader: async ({ context, params }) => {
    const { deploymentQuery } = await loadQueries();
    return context.queries.ensureQueryData(deploymentQuery(params.deploymentId));
  },
  component: lazyPage(() => import('./edit/deployment-page.tsx'), 'DeploymentPage'),
});
const firstPartRoute = createRoute({
  getParentRoute: () => deploymentRoute,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/deployments/$deploymentId/$part', params: { ...params, part: 'general' }, replace: true });
  },
});
const partRoute = createRoute({
  getParentRoute: () => deploymentRoute,
  path: '/$part',
  component: lazyPage(() => import('./edit/deployment-part.tsx'), 'DeploymentPart'),
});

export const deploymentRoutes = [
  listRoute,
  newRoute,
  deploymentRoute.addChildren([firstPartRoute, partRoute]),
] as const;
