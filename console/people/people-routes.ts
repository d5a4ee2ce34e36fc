import { createRoute } from '@tanstack/react-router';
import { loadPatiently } from '../api/load-patiently.ts';
import { orNotFound } from '../api/or-not-found.ts';
import { lazyPage } from '../shell/lazy-page.ts';
import { shellRoute } from '../shell/shell-route.ts';
import { searchedFor } from '../ui/searched-for.ts';

/** What these pages ask for is not needed before one of them is opened. */
const loadQueries = () => loadPatiently(() => import('./people-queries.ts'));

const listRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people',
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } => ({ q: searchedFor(q) }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const { peopleQuery } = await loadQueries();
    void context.queries.prefetchInfiniteQuery(peopleQuery(deps.q));
  },
  component: lazyPage(() => import('./people-page.tsx'), 'PeoplePage'),
});
const personRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people/$personId',
  loader: async ({ context, params }) => {
    const { personQuery } = await loadQueries();
    return orNotFound(context.queries.ensureQueryData(personQuery(params.personId)));
  },
  component: lazyPage(() => import('./person-page.tsx'), 'PersonPage'),
});

export const peopleRoutes = [listRoute, personRoute] as const;
