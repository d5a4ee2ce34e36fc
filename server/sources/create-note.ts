import type { SourceReply } from '../../contract/sources.ts';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';
import { addSource, type NewSource } from './add-source.ts';
import { indexedOwnText, putInForce, refuseLong } from './new-text.ts';
import { presentSource } from './present-source.ts';

/** Writes a note, which is found from the reply on. */
export async function createNote(
  ctx: Pick<Context, 'store' | 'clock' | 'ids' | 'passageIndex' | 'sourceLimits'>,
  actor: Actor,
  input: NewSource & { text: string },
): Promise<SourceReply> {
  refuseLong(ctx, input.text);
  const text = await indexedOwnText(ctx, input.name, input.text);
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    const { sources } = transaction;
    const source = await addSource(ctx, transaction, actor, input, { kind: 'note', status: 'waiting' });
    const saved = await putInForce(sources, { sourceId: source.id, ...text, at: ctx.clock.now(), by: actor });
    return presentSource(sources, saved ?? source);
  });
}
