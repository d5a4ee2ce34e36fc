import { createRoute } from '@tanstack/react-router';
import { orNotFound } from '../api/or-not-found.ts';
import { lazyPage } from '../shell/lazy-page.ts';
import { shellRoute } from '../shell/shell-route.ts';
import { searchedFor } from '../ui/searched-for.ts';
import { peopleQuery, personQuery } from './people-queries.ts';

const listRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people',
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } => ({ q: searchedFor(q) }),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.queries.prefetchInfiniteQuery(peopleQuery(deps.q)),
  component: lazyPage(() => import('./people-page.tsx'), 'PeoplePage'),
});
const personRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people/$personId',
  loader: ({ context, params }) => orNotFound(context.queries.ensureQueryData(personQuery(params.personId))),
  component: lazyPage(() => import('./person-page.tsx'), 'PersonPage'),
});

export const peopleRoutes = [listRoute, personRoute] as const;
