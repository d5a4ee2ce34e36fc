import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../shell/lazy-page.ts';
import { rootRoute } from '../shell/root-route.ts';
import { shellRoute } from '../shell/shell-route.ts';

interface Next {
  /** Where to go once signed in. */
  next?: string;
}

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ next }: Record<string, unknown>): Next => ({ next: isOurs(next) ? next : undefined }),
  component: lazyPage(() => import('./sign-in-page.tsx'), 'SignInPage'),
});
const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/join',
  component: lazyPage(() => import('./join-page.tsx'), 'JoinPage'),
});
const forgotPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot-password',
  component: lazyPage(() => import('./forgot-password-page.tsx'), 'ForgotPasswordPage'),
});
const resetPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset-password',
  component: lazyPage(() => import('./reset-password-page.tsx'), 'ResetPasswordPage'),
});

/** Pages before the shell: for who is not signed in. */
export const wayInRoutes = [signInRoute, joinRoute, forgotPasswordRoute, resetPasswordRoute] as const;

const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings',
  component: lazyPage(() => import('./settings-page.tsx'), 'SettingsPage'),
});
const workspaceRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/',
  component: lazyPage(() => import('./workspace-settings.tsx'), 'WorkspaceSettings'),
});
const membersRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/members',
  component: lazyPage(() => import('./members-settings.tsx'), 'MembersSettings'),
});
const modelsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/models',
  component: lazyPage(() => import('../models/models-settings.tsx'), 'ModelsSettings'),
});
const apiKeysRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/api-keys',
  component: lazyPage(() => import('./api-keys-settings.tsx'), 'ApiKeysSettings'),
});
const secretsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/secrets',
  component: lazyPage(() => import('./secrets-settings.tsx'), 'SecretsSettings'),
});
const auditRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/audit',
  component: lazyPage(() => import('./audit-log.tsx'), 'AuditLog'),
});

export const settingsRoutes = [
  settingsRoute.addChildren([workspaceRoute, membersRoute, modelsRoute, apiKeysRoute, secretsRoute, auditRoute]),
] as const;

/** A path of this console, never another site's address. */
function isOurs(next: unknown): next is string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next);
}
