import type { QueryClient } from '@tanstack/react-query';
import { createRoute, redirect } from '@tanstack/react-router';
import { signedInBefore } from '../access/signed-in-before.ts';
import { wayInQuery } from '../access/way-in-queries.ts';
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
    const isSignedIn = await isMember(context.queries);
    signedInBefore.note(isSignedIn);
    if (isSignedIn) return;
    const next = location.href === '/' ? undefined : location.href;
    throw redirect({ to: '/sign-in', search: { next } });
  },
});

async function isMember(queries: QueryClient): Promise<boolean> {
  if (!signedInBefore.isSo() && !(await queries.fetchQuery(wayInQuery)).isSignedIn) return false;
  try {
    await queries.fetchQuery({ ...workspaceQuery, staleTime: 60_000 });
    return true;
  } catch (error) {
    if (isProblem(error, 'unauthenticated')) return false;
    throw error;
  }
}
