import * as z from 'zod/mini';

/** Areas an API key or a role may read or write. */
export const areas = ['flows', 'twins', 'deployments', 'sessions', 'people', 'workspace'] as const;
export const scopes = areas.flatMap((area) => [`${area}:read`, `${area}:write`] as const);
export type Scope = `${(typeof areas)[number]}:${'read' | 'write'}`;
export const scopeSchema = z.enum(scopes as [Scope, ...Scope[]]);

export const roles = ['owner', 'editor', 'viewer'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

const readAll = areas.map((area): Scope => `${area}:read`);
/** What each role may do: viewers read, editors change everything but the workspace (members, keys, secrets), owners everything. */
export const scopesOfRole: Readonly<Record<Role, readonly Scope[]>> = {
  owner: scopes,
  editor: [...readAll, ...areas.filter((area) => area !== 'workspace').map((area): Scope => `${area}:write`)],
  viewer: readAll,
};

/** Whether the granted scopes allow the wanted one; writing an area implies reading it. */
export function allows(granted: readonly string[], wanted: Scope): boolean {
  return granted.includes(wanted) || (wanted.endsWith(':read') && granted.includes(wanted.replace(/read$/, 'write')));
}
