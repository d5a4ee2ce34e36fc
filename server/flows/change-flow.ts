import { inUse, notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import type { FlowRecord } from '../ports/store/flow-store.ts';
import { existingFlow } from './read-flows.ts';

type Changes = Pick<Context, 'store' | 'clock' | 'ids'>;

export function renameFlow(ctx: Changes, actor: Actor, id: string, name: string): Promise<FlowRecord> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    if (!(await transaction.flows.rename(id, name, ctx.clock.now()))) throw notFound('flow');
    await audit(ctx, transaction, actor, { action: 'flow.renamed', subjectId: id, fields: ['name'] });
    return existingFlow(transaction.flows, id);
  });
}

/** Deletes a flow with its versions, unless a deployment or another flow uses it. */
export function deleteFlow(ctx: Changes, actor: Actor, id: string): Promise<void> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    if (!(await transaction.flows.lockDraft(id))) throw notFound('flow');
    const uses = await transaction.flows.usesOf(id);
    if (uses.length > 0) throw inUse('flow', uses);
    await transaction.flows.remove(id);
    await audit(ctx, transaction, actor, { action: 'flow.deleted', subjectId: id });
  });
}
