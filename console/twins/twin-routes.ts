import { createRoute } from '@tanstack/react-router';
import { loadPatiently } from '../api/load-patiently.ts';
import { orNotFound } from '../api/or-not-found.ts';
import { lazyPage } from '../shell/lazy-page.ts';
import { shellRoute } from '../shell/shell-route.ts';
import { searchedFor } from '../ui/searched-for.ts';
import { type TwinTab, twinTabs } from './twin-tabs.ts';

/** What these pages ask for is not needed before one of them is opened. */
const loadQueries = () => loadPatiently(() => import('./twin-queries.ts'));

const listRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/twins',
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } => ({ q: searchedFor(q) }),
  component: lazyPage(() => import('./twins-page.tsx'), 'TwinsPage'),
});
const twinRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/twins/$twinId',
  validateSearch: ({ tab }: Record<string, unknown>): { tab?: TwinTab } => ({
    tab: twinTabs.find((known) => known === tab),
  }),
  loader: async ({ context, params }) => {
    const { twinQuery } = await loadQueries();
    return orNotFound(context.queries.ensureQueryData(twinQuery(params.twinId)));
  },
  component: lazyPage(() => import('./twin-page.tsx'), 'TwinPage'),
});

export const twinRoutes = [listRoute, twinRoute] as const;
