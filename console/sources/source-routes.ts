import { createRoute } from '@tanstack/react-router';
import { loadPatiently } from '../api/load-patiently.ts';
import { orNotFound } from '../api/or-not-found.ts';
import { lazyPage } from '../shell/lazy-page.ts';
import { shellRoute } from '../shell/shell-route.ts';
import { readSourceFilter } from './source-filter.ts';

/** What these pages ask for is not needed before one of them is opened. */
const loadQueries = () => loadPatiently(() => import('./source-queries.ts'));

const listRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sources',
  validateSearch: readSourceFilter,
  component: lazyPage(() => import('./sources-page.tsx'), 'SourcesPage'),
});
const sourceRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sources/$sourceId',
  validateSearch: ({ tab }: Record<string, unknown>): { tab?: 'passages' } => ({
    tab: tab === 'passages' ? tab : undefined,
  }),
  loader: async ({ context, params }) => {
    const { sourceQuery } = await loadQueries();
    return orNotFound(context.queries.ensureQueryData(sourceQuery(params.sourceId)));
  },
  component: lazyPage(() => import('./source-page.tsx'), 'SourcePage'),
});

export const sourceRoutes = [listRoute, sourceRoute] as const;
