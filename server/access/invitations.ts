import { type Role, scopesOfRole } from '../../contract/scopes.ts';
import { AppError, notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import type { Page, PageRequest } from '../ports/store/common.ts';
import type { InvitationRecord } from '../ports/store/workspace-store.ts';
import { requireGrantable } from './authenticate.ts';

type Changes = Pick<Context, 'store' | 'clock' | 'ids' | 'publicUrl'>;

const validMs = 7 * 24 * 60 * 60 * 1000;

export function listInvitations(
  ctx: Pick<Context, 'store' | 'clock'>,
  actor: Actor,
  page: PageRequest,
): Promise<Page<InvitationRecord>> {
  return ctx.store.read(actor.workspaceId, (reader) => reader.workspace.listInvitations(page, ctx.clock.now()));
}

/** Makes a one-time link that lets somebody join with a role. The token is in the fragment, so that no server logs it. */
export async function inviteMember(
  ctx: Changes,
  actor: Actor,
  input: { role: Role; email?: string },
): Promise<InvitationRecord & { link: string }> {
  requireGrantable(actor, scopesOfRole[input.role]);
  const token = ctx.ids.secret('inv_');
  const at = ctx.clock.now();
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    const invitation = await transaction.workspace.addInvitation({
      id: ctx.ids.next('inv'),
      tokenHash: ctx.ids.digest(token),
      email: input.email ?? null,
      role: input.role,
      at,
      expiresAt: new Date(at.getTime() + validMs),
    });
    await audit(ctx, transaction, actor, { action: 'member.invited', subjectId: invitation.id, fields: ['role'] });
    return { ...invitation, link: `${ctx.publicUrl}/join#${token}` };
  });
}

export function withdrawInvitation(ctx: Changes, actor: Actor, id: string): Promise<void> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    if (!(await transaction.workspace.removeInvitation(id))) throw notFound('invitation');
    await audit(ctx, transaction, actor, { action: 'invitation.withdrawn', subjectId: id });
  });
}

export async function readInvitation(
  ctx: Pick<Context, 'store' | 'ids' | 'clock'>,
  token: string,
): Promise<{ workspace: string; role: Role; email: string | null; expiresAt: string }> {
  const { workspaceName, role, email, expiresAt } = await openInvitation(ctx, token);
  return { workspace: workspaceName, role, email, expiresAt };
}

/**
 * Creates an account with the link, which works once, and makes it a member. A link made for an address is for that
 * address alone, and gives who was a member before the account back with the new password.
 */
export async function acceptInvitation(
  ctx: Pick<Context, 'store' | 'ids' | 'clock' | 'accounts'>,
  input: { token: string; name: string; email: string; password: string },
): Promise<{ userId: string; role: Role }> {
  const { workspaceId, role, email: invited } = await openInvitation(ctx, input.token);
  const email = input.email.trim().toLowerCase();
  if (invited !== null && invited.trim().toLowerCase() !== email) throw forAnother(invited);
  const before = await ctx.accounts.findByEmail(email);
  if (before && (invited === null || (await isMember(ctx, before.userId)))) throw emailTaken();
  if (!(await ctx.store.access.takeInvitation(ctx.ids.digest(input.token), ctx.clock.now()))) throw linkUsed();
  const userId = await accountOf(ctx, before, { ...input, email });
  const actor: Actor = { kind: 'member', id: userId, name: input.name, workspaceId, scopes: [], role };
  await ctx.store.write(workspaceId, async (transaction) => {
    await transaction.workspace.addMember({ userId, role, at: ctx.clock.now() });
    await audit(ctx, transaction, actor, { action: 'member.joined', subjectId: userId, fields: ['role'] });
  });
  return { userId, role };
}

async function isMember(ctx: Pick<Context, 'store'>, userId: string): Promise<boolean> {
  return (await ctx.store.access.membershipsOf(userId)).length > 0;
}

async function accountOf(
  { accounts }: Pick<Context, 'accounts'>,
  before: { userId: string } | null,
  account: { name: string; email: string; password: string },
): Promise<string> {
  if (before) {
    await accounts.setPassword(before.userId, account.password);
    return before.userId;
  }
  const created = await accounts.create(account);
  if (!created.ok) throw emailTaken();
  return created.userId;
}

async function openInvitation(ctx: Pick<Context, 'store' | 'ids' | 'clock'>, token: string) {
  const invitation = await ctx.store.access.invitationByHash(ctx.ids.digest(token), ctx.clock.now());
  if (!invitation) throw linkUsed();
  return invitation;
}

function linkUsed(): AppError {
  return new AppError('link_used', 'This link was used, withdrawn or has expired. Ask an owner for a new one.');
}

/** The link shows the address to whoever has it, so that it may be said. */
function forAnother(invited: string): AppError {
  return new AppError('invalid_request', `This invitation is for ${invited}. Join with that address.`, {
    problems: [{ field: 'email', message: `must be ${invited}, which this invitation is for` }],
  });
}

function emailTaken(): AppError {
  return new AppError('conflict', 'There is an account with this email already. Sign in with it.', {
    problems: [{ field: 'email', message: 'is taken' }],
  });
}
