import { emptyGraph } from '../../core/flow/graph.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import type { FlowRecord } from '../ports/store/flow-store.ts';

/** Creates a flow whose draft holds a start node. */
export function createFlow(
  ctx: Pick<Context, 'store' | 'clock' | 'ids'>,
  actor: Actor,
  input: { name: string },
): Promise<FlowRecord> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    const flow = await transaction.flows.create({
      id: ctx.ids.next('flw'),
      name: input.name,
      content: { graph: emptyGraph() },
      at: ctx.clock.now(),
      by: actor,
    });
    await audit(ctx, transaction, actor, { action: 'flow.created', subjectId: flow.id, fields: ['name'] });
    return flow;
  });
}
