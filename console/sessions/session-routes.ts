import { createRoute } from '@tanstack/react-router';
import { orNotFound } from '../api/or-not-found.ts';
import { lazyPage } from '../shell/lazy-page.ts';
import { shellRoute } from '../shell/shell-route.ts';
import { readSessionFilter } from './session-filter.ts';
import { sessionQuery, sessionsQuery } from './session-queries.ts';

const listRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sessions',
  validateSearch: readSessionFilter,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.queries.prefetchInfiniteQuery(sessionsQuery(deps)),
  component: lazyPage(() => import('./sessions-page.tsx'), 'SessionsPage'),
});
const sessionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sessions/$sessionId',
  // The filter of the list that the session was opened from.
  validateSearch: readSessionFilter,
  loader: ({ context, params }) => orNotFound(context.queries.ensureQueryData(sessionQuery(params.sessionId))),
  component: lazyPage(() => import('./session-page.tsx'), 'SessionPage'),
});

export const sessionRoutes = [listRoute, sessionRoute] as const;
