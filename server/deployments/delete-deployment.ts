import { AppError } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import { lockedDeployment } from './change-deployment.ts';

/** Deletes a deployment and its sessions. A given name must be the deployment's. */
export function deleteDeployment(
  ctx: Pick<Context, 'store' | 'clock' | 'ids'>,
  actor: Actor,
  id: string,
  confirmName?: string,
): Promise<void> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    const record = await lockedDeployment(transaction, id);
    if (confirmName !== undefined && confirmName !== record.settings.name) {
      throw new AppError('name_mismatch', 'The name does not match the deployment, so nothing was deleted.', {
        problems: [{ field: 'confirmName', message: `must be "${record.settings.name}"` }],
      });
    }
    await transaction.deployments.remove(id);
    await audit(ctx, transaction, actor, { action: 'deployment.deleted', subjectId: id });
  });
}
