import { diffFlow } from '../../core/flow/diff-flow.ts';
import type { FlowGraph } from '../../core/flow/graph.ts';
import { AppError, notFound } from '../errors.ts';
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
  const saved = await transaction.flows.saveDraft({ flowId, ...input, at: ctx.clock.now(), by: actor });
  if (!saved) throw notFound('flow');
  if (saved.stale) throw await draftChanged(transaction, flowId, input);
  return saved.revision;
}

/** What stands in the draft now, and how it differs from what the caller wanted to write. */
async function draftChanged(
  transaction: Transaction,
  flowId: string,
  input: { revision: number; graph: FlowGraph },
): Promise<AppError> {
  const { draft } = await existingFlow(transaction.flows, flowId);
  const difference = diffFlow(input.graph, draft.graph);
  const who = draft.updatedBy?.name ?? 'somebody';
  return new AppError(
    'draft_changed',
    `The draft is at revision ${draft.revision}, changed by ${who} at ${draft.updatedAt}; you read revision ${input.revision}. Read it again and merge your change.`,
    {
      current: {
        revision: draft.revision,
        updatedAt: draft.updatedAt,
        updatedBy: who,
        changedNodes: difference.nodes.map((node) => node.nodeId),
      },
    },
  );
}
