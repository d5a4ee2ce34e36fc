import { allows, type Scope, scopesOfRole } from '../../contract/scopes.ts';
import { AppError } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';

/** The caller behind an API key; refuses unknown and revoked keys alike. */
export async function actorOfKey(ctx: Pick<Context, 'store' | 'ids' | 'clock'>, key: string): Promise<Actor> {
  const found = await ctx.store.access.apiKeyByHash(ctx.ids.digest(key), ctx.clock.now());
  if (!found) throw new AppError('unauthenticated', 'This API key is not known or was revoked.');
  const { id, name, workspaceId, scopes } = found;
  return { kind: 'apiKey', id, name, workspaceId, scopes, role: null };
}

/** The caller behind a signed-in account, with the scopes of the role held in the first workspace joined. */
export async function actorOfAccount(
  ctx: Pick<Context, 'store'>,
  account: { userId: string; name: string },
): Promise<Actor> {
  const [membership] = await ctx.store.access.membershipsOf(account.userId);
  if (!membership) throw new AppError('unauthenticated', 'This account is not a member of a workspace.');
  const { workspaceId, role } = membership;
  return { kind: 'member', id: account.userId, name: account.name, workspaceId, role, scopes: scopesOfRole[role] };
}

/** Refuses a caller without the scope, naming it. */
export function requireScope(actor: Actor, scope: Scope): void {
  if (allows(actor.scopes, scope)) return;
  throw new AppError('scope_missing', `This needs the scope ${scope}, which the caller does not have.`, {
    current: { scope },
  });
}

/** Refuses to hand on what the caller does not have: nobody makes a key or a member that may more than themselves. */
export function requireGrantable(actor: Actor, scopes: readonly Scope[]): void {
  for (const scope of scopes) requireScope(actor, scope);
}
