import type { SourceReply } from '../../contract/sources.ts';
import { AppError, notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import { presentSource } from './present-source.ts';
import { existingSource } from './read-sources.ts';

/** Has a file or a web address read again; its text stays in use until then. What waits to be read already is left to it. */
export function rereadSource(
  ctx: Pick<Context, 'store' | 'clock' | 'ids'>,
  actor: Actor,
  id: string,
): Promise<SourceReply> {
  return ctx.store.write(actor.workspaceId, async (transaction) => {
    const { sources } = transaction;
    const source = await sources.lock(id);
    if (!source) throw notFound('source');
    if (source.kind === 'note') {
      throw new AppError('not_available', 'A note is written here, so there is nothing to read again. Edit its text.');
    }
    if (source.status !== 'waiting' && source.status !== 'reading') {
      await sources.enqueueReading(id, ctx.clock.now());
      await audit(ctx, transaction, actor, { action: 'source.rereadAsked', subjectId: id });
    }
    return presentSource(sources, await existingSource(sources, id));
  });
}
