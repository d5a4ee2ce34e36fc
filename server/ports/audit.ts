import type { Actor } from './actor.ts';
import type { Context } from './context.ts';
import type { Transaction } from './store/store.ts';

/** Notes a change in the audit log, in the transaction that makes it: ids and field names, never contents. */
export async function audit(
  ctx: Pick<Context, 'clock' | 'ids'>,
  transaction: Transaction,
  actor: Actor,
  change: { action: string; subjectId: string | null; fields?: readonly string[] },
): Promise<void> {
  await transaction.workspace.audit({
    id: ctx.ids.next('aud'),
    at: ctx.clock.now(),
    actor: { kind: actor.kind, id: actor.id, name: actor.name },
    action: change.action,
    subjectId: change.subjectId,
    fields: change.fields ?? [],
  });
}
