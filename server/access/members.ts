import { type Role, scopesOfRole } from '../../contract/scopes.ts';
import { AppError, notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import type { Page, PageRequest } from '../ports/store/common.ts';
import type { Transaction } from '../ports/store/store.ts';
import type { MemberRecord } from '../ports/store/workspace-store.ts';
import { requireGrantable } from './authenticate.ts';

type Changes = Pick<Context, 'store' | 'clock' | 'ids'>;

export function listMembers(ctx: Pick<Context, 'store'>, actor: Actor, page: PageRequest): Promise<Page<MemberRecord>> {
  return ctx.store.read(actor.workspaceId, (reader) => reader.workspace.listMembers(page));
}

export async function changeMemberRole(ctx: Changes, actor: Actor, userId: string, role: Role): Promise<MemberRecord> {
  requireGrantable(actor, scopesOfRole[role]);
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    const member = await existingMember(transaction, userId);
    if (member.role === 'owner' && role !== 'owner') await keepAnOwner(transaction, userId);
    await transaction.workspace.changeRole(userId, role);
    await audit(ctx, transaction, actor, { action: 'member.roleChanged', subjectId: userId, fields: ['role'] });
    return { ...member, role };
  });
}

export function removeMember(ctx: Changes, actor: Actor, userId: string): Promise<void> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    const member = await existingMember(transaction, userId);
    if (member.role === 'owner') await keepAnOwner(transaction, userId);
    await transaction.workspace.removeMember(userId);
    await audit(ctx, transaction, actor, { action: 'member.removed', subjectId: userId });
  });
}

async function existingMember(transaction: Transaction, userId: string): Promise<MemberRecord> {
  const member = await transaction.workspace.findMember(userId);
  if (!member) throw notFound('member');
  return member;
}

async function keepAnOwner(transaction: Transaction, leaving: string): Promise<void> {
  const owners = await transaction.workspace.lockOwners();
  if (owners.some((owner) => owner !== leaving)) return;
  throw new AppError('conflict', 'A workspace keeps at least one owner. Make somebody else an owner first.');
}
