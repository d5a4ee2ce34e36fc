import { createRoute } from '@tanstack/react-router';
import { orNotFound } from '../api/or-not-found.ts';
import { lazyPage } from '../shell/lazy-page.ts';
import { shellRoute } from '../shell/shell-route.ts';
import { searchedFor } from '../ui/searched-for.ts';
import type { EditorPanel, EditorView } from './editor/editor-context.ts';
import { flowQuery, flowsQuery } from './flow-queries.ts';

const views: readonly EditorView[] = ['canvas', 'outline', 'texts'];
const panels: readonly EditorPanel[] = ['node', 'test', 'problems', 'none'];

const listRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/flows',
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } => ({ q: searchedFor(q) }),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.queries.prefetchInfiniteQuery(flowsQuery(deps.q)),
  component: lazyPage(() => import('./flows-page.tsx'), 'FlowsPage'),
});
const flowRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/flows/$flowId',
  loader: ({ context, params }) => orNotFound(context.queries.ensureQueryData(flowQuery(params.flowId))),
  validateSearch: (search): { view?: EditorView; panel?: EditorPanel } => ({
    view: views.find((view) => view === search.view),
    panel: panels.find((panel) => panel === search.panel),
  }),
  component: lazyPage(() => import('./editor/flow-editor-page.tsx'), 'FlowEditorPage'),
});

export const flowRoutes = [listRoute, flowRoute] as const;
