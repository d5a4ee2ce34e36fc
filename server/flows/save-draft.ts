import { diffFlow } from '../../core/flow/diff-flow.ts';
import type { FlowGraph } from '../../core/flow/graph.ts';
import { draftChanged, notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import type { FlowRecord } from '../ports/store/flow-store.ts';
import type { Transaction } from '../ports/store/store.ts';
import { existingFlow, existingVersion } from './read-flows.ts';

type Changes = Pick<Context, 'store' | 'clock' | 'ids'>;

/** Replaces the draft when it is still at the revision the caller read; a stale write is refused with what changed. */
export function saveDraft(
  ctx: Changes,
  actor: Actor,
  flowId: string,
  input: { revision: number; graph: FlowGraph },
): Promise<{ revision: number; updatedAt: string }> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    const revision = await writeDraft(ctx, transaction, actor, flowId, input);
    await audit(ctx, transaction, actor, { action: 'flow.draftSaved', subjectId: flowId, fields: ['draft.graph'] });
    return { revision, updatedAt: ctx.clock.now().toISOString() };
  });
}

/** Puts a version's graph back into the draft. */
export function restoreVersion(
  ctx: Changes,
  actor: Actor,
  flowId: string,
  input: { revision: number; number: number },
): Promise<FlowRecord> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    await existingFlow(transaction.flows, flowId);
    const { graph } = await existingVersion(transaction.flows, flowId, input.number);
    await writeDraft(ctx, transaction, actor, flowId, { revision: input.revision, graph });
    await audit(ctx, transaction, actor, {
      action: 'flow.versionRestored',
      subjectId: flowId,
      fields: ['draft.graph'],
    });
    return existingFlow(transaction.flows, flowId);
  });
}

async function writeDraft(
  ctx: Changes,
  transaction: Transaction,
  actor: Actor,
  flowId: string,
  input: { revision: number; graph: FlowGraph },
): Promise<number> {
  const { revision, graph } = input;
  const change = { id: flowId, revision, content: { graph }, at: ctx.clock.now(), by: actor };
  const saved = await transaction.flows.saveDraft(change);
  if (!saved) throw notFound('flow');
  if (!saved.stale) return saved.revision;
  const changedNodes = diffFlow(graph, saved.draft.graph).nodes.map((node) => node.nodeId);
  throw draftChanged(saved.draft, revision, { changedNodes });
}
