import { notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import type { Page, PageRequest } from '../ports/store/common.ts';

type Changes = Pick<Context, 'store' | 'clock' | 'ids' | 'vault'>;

export function listSecrets(
  ctx: Pick<Context, 'store'>,
  actor: Actor,
  page: PageRequest,
): Promise<Page<{ name: string; updatedAt: string }>> {
  return ctx.store.read(actor.workspaceId, (reader) => reader.workspace.listSecrets(page));
}

/** Stores a secret for HTTP nodes, sealed; nobody can read it back. */
export function saveSecret(ctx: Changes, actor: Actor, secret: { name: string; value: string }): Promise<void> {
  const sealed = ctx.vault.seal(secret.value, `secret:${actor.workspaceId}:${secret.name}`);
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    await transaction.workspace.saveSecret({ name: secret.name, sealed, at: ctx.clock.now() });
    await audit(ctx, transaction, actor, { action: 'secret.saved', subjectId: secret.name, fields: ['value'] });
  });
}

export function deleteSecret(ctx: Pick<Context, 'store' | 'clock' | 'ids'>, actor: Actor, name: string): Promise<void> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    if (!(await transaction.workspace.removeSecret(name))) throw notFound('secret');
    await audit(ctx, transaction, actor, { action: 'secret.deleted', subjectId: name });
  });
}
