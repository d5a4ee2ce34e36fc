import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';

/** The workspace's secret for signed identity. Reading it is noted in the audit log. */
export function getIdentitySecret(
  ctx: Pick<Context, 'store' | 'vault' | 'clock' | 'ids'>,
  actor: Actor,
): Promise<{ secret: string; algorithm: 'HS256' }> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    const sealed = await transaction.workspace.identitySecretSealed();
    await audit(ctx, transaction, actor, { action: 'identitySecret.read', subjectId: actor.workspaceId });
    return { secret: ctx.vault.open(sealed, `identity:${actor.workspaceId}`), algorithm: 'HS256' };
  });
}
