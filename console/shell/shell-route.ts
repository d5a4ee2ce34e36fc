import { createRoute, redirect } from '@tanstack/react-router';
import { workspaceQuery } from '../access/workspace-queries.ts';
import { isProblem } from '../api/problem-message.ts';
import { lazyPage } from './lazy-page.ts';
import { rootRoute } from './root-route.ts';

/** Around every page that needs a member: who is not signed in is sent to do so, and comes back afterwards. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: lazyPage(() => import('./shell.tsx'), 'Shell'),
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queries.fetchQuery({ ...workspaceQuery, staleTime: 60_000 });
    } catch (error) {
      if (!isProblem(error, 'unauthenticated')) throw error;
      const next = location.href === '/' ? undefined : location.href;
      throw redirect({ to: '/sign-in', search: { next } });
    }
  },
});
