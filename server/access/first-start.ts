import { scopes as allScopes } from '../../contract/scopes.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';
import { createApiKey } from './api-keys.ts';
import { inviteMember } from './invitations.ts';

type Start = Pick<Context, 'store' | 'clock' | 'ids' | 'vault' | 'accounts' | 'publicUrl'>;

/** The server acting for itself in a workspace. */
export function systemActor(workspaceId: WorkspaceId): Actor {
  return { kind: 'system', id: null, name: 'Parley', workspaceId, scopes: allScopes, role: 'owner' };
}

/** The installation's workspace, made at the first start; `isNew` says that this was it. */
export async function ensureWorkspace(ctx: Start): Promise<{ actor: Actor; isNew: boolean }> {
  const existing = await ctx.store.access.firstWorkspace();
  if (existing) {
    await refuseForeignKey(ctx, existing.id);
    return { actor: systemActor(existing.id), isNew: false };
  }
  const id = ctx.ids.next('wsp');
  const identitySecretSealed = ctx.vault.seal(ctx.ids.secret(), `identity:${id}`);
  await ctx.store.access.createWorkspace({ id, name: 'My workspace', identitySecretSealed, at: ctx.clock.now() });
  return { actor: systemActor(id), isNew: true };
}

/** With another secret key every stored secret would be lost and every signed visitor refused: better to stop at once. */
async function refuseForeignKey(ctx: Pick<Start, 'store' | 'vault'>, workspaceId: WorkspaceId): Promise<void> {
  const sealed = await ctx.store.read(workspaceId, (reader) => reader.workspace.identitySecretSealed());
  try {
    ctx.vault.open(sealed, `identity:${workspaceId}`);
  } catch {
    throw new Error(
      'the secret key is not the one this database was set up with. Use that PARLEY_SECRET_KEY, or the secret.key of its data folder.',
    );
  }
}

/** Makes the key of an unattended start usable, with every scope. A key that exists is left as it is. */
export async function ensureApiKey(ctx: Start, actor: Actor, key: string): Promise<void> {
  if (await ctx.store.access.apiKeyByHash(ctx.ids.digest(key), ctx.clock.now())) return;
  await createApiKey(ctx, actor, { name: 'PARLEY_API_KEY', scopes: allScopes, key });
}

/**
 * Creates the owner of an unattended start. An account that exists is left as it is, unless nobody is an owner: then an
 * earlier start broke off before its account was a member.
 */
export async function ensureOwner(ctx: Start, actor: Actor, owner: { email: string; password: string }): Promise<void> {
  const email = owner.email.toLowerCase();
  const before = await ctx.accounts.findByEmail(email);
  const userId = before?.userId ?? (await createdAccount(ctx, { email, password: owner.password }));
  if (userId === null) return;
  await ctx.store.write(actor.workspaceId, async ({ workspace }) => {
    if (before && (await workspace.lockOwners()).length > 0) return;
    await workspace.addMember({ userId, role: 'owner', at: ctx.clock.now() });
  });
}

/** Null where another node that starts at the same time was first. */
async function createdAccount({ accounts }: Start, owner: { email: string; password: string }): Promise<string | null> {
  const created = await accounts.create({ ...owner, name: owner.email.split('@')[0] ?? owner.email });
  return created.ok ? created.userId : null;
}

/** A fresh one-time link for the first owner; null once somebody is an owner. Earlier unused links stop working. */
export async function ownerLink(ctx: Start, actor: Actor): Promise<string | null> {
  const owners = await ctx.store.write(actor.workspaceId, (transaction) => transaction.workspace.lockOwners());
  if (owners.length > 0) return null;
  const open = await ctx.store.read(actor.workspaceId, (reader) =>
    reader.workspace.listInvitations({ limit: 200 }, ctx.clock.now()),
  );
  await ctx.store.write(actor.workspaceId, async (transaction) => {
    for (const invitation of open.items) {
      if (invitation.role === 'owner') await transaction.workspace.removeInvitation(invitation.id);
    }
  });
  const { link } = await inviteMember(ctx, actor, { role: 'owner' });
  return link;
}
