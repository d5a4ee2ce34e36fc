import { notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';

/** Deletes a source with all its texts and its file. Deployments that name it find nothing there from then on. */
export function deleteSource(ctx: Pick<Context, 'store' | 'clock' | 'ids'>, actor: Actor, id: string): Promise<void> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    if (!(await transaction.sources.remove(id))) throw notFound('source');
    await audit(ctx, transaction, actor, { action: 'source.deleted', subjectId: id });
  });
}
