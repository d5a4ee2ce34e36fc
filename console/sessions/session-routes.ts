import { createRoute } from '@tanstack/react-router';
import { loadPatiently } from '../api/load-patiently.ts';
import { orNotFound } from '../api/or-not-found.ts';
import { lazyPage } from '../shell/lazy-page.ts';
import { shellRoute } from '../shell/shell-route.ts';
import { readSessionFilter, type SessionFilter } from './session-filter.ts';
import { type SessionTab, sessionTabs } from './session-tabs.ts';

/** What these pages ask for is not needed before one of them is opened. */
const loadQueries = () => loadPatiently(() => import('./session-queries.ts'));

const listRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sessions',
  validateSearch: readSessionFilter,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const { sessionsQuery } = await loadQueries();
    void context.queries.prefetchInfiniteQuery(sessionsQuery(deps));
  },
  component: lazyPage(() => import('./sessions-page.tsx'), 'SessionsPage'),
});
const sessionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sessions/$sessionId',
  // The filter is that of the list which the session was opened from.
  validateSearch: (search): SessionFilter & { tab?: SessionTab } => ({
    ...readSessionFilter(search),
    tab: sessionTabs.find((tab) => tab === search.tab),
  }),
  loader: async ({ context, params }) => {
    const { sessionQuery } = await loadQueries();
    return orNotFound(context.queries.ensureQueryData(sessionQuery(params.sessionId)));
  },
  component: lazyPage(() => import('./session-page.tsx'), 'SessionPage'),
});

export const sessionRoutes = [listRoute, sessionRoute] as const;
