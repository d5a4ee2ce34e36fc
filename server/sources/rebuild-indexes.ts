import type { Passage, SourceAt } from '../../core/twin/passage.ts';
import { UpstreamError } from '../errors.ts';
import type { Context } from '../ports/context.ts';
import type { JobPayloads } from '../ports/jobs.ts';
import type { SourceReader } from '../ports/store/source-store.ts';

type Rebuilding = Pick<Context, 'store' | 'passageIndex' | 'log'>;

/** A batch ends well before its job is taken for dead. */
const indexesAtOnce = 20;
const passagesAtOnce = 1_000;

/** At a start: has indexes that another version wrote built anew, if there are any. */
export async function beginRebuilding(ctx: Pick<Context, 'store' | 'passageIndex'>): Promise<void> {
  const { indexes } = ctx.store;
  const found = await indexes.outdated(ctx.passageIndex.format, null, 1);
  if (found.length > 0) await indexes.enqueueRebuilding(null);
}

/**
 * Builds a batch of indexes anew from the stored passages, and enqueues the next one. Until its turn comes, a source of
 * an earlier format is not found by its words. One that cannot be built is passed over until the next start.
 */
export async function rebuildIndexes(ctx: Rebuilding, { after }: JobPayloads['rebuildIndexes']): Promise<void> {
  const { indexes } = ctx.store;
  const batch = await indexes.outdated(ctx.passageIndex.format, after, indexesAtOnce);
  for (const { workspaceId, ...source } of batch) await rebuild(ctx, workspaceId, source);
  const last = batch.at(-1);
  if (last) await indexes.enqueueRebuilding({ sourceId: last.sourceId, revision: last.revision });
}

async function rebuild(ctx: Rebuilding, workspaceId: string, at: SourceAt): Promise<void> {
  const source = await ctx.store.read(workspaceId, ({ sources }) => sources.find(at.sourceId));
  if (!source) return;
  const { format } = ctx.passageIndex;
  try {
    const passages = await ctx.store.read(workspaceId, ({ sources }) => allPassages(sources, at));
    const index = await ctx.passageIndex.rebuild({ title: source.name, passages });
    await ctx.store.write(workspaceId, ({ sources }) => sources.replaceIndex(at, index, format));
  } catch (error) {
    if (!(error instanceof UpstreamError) || error.retryable) throw error;
    ctx.log.error('an index could not be built anew', { ...at, format }, error);
  }
}

async function allPassages(sources: SourceReader, at: SourceAt): Promise<Passage[]> {
  const passages: Passage[] = [];
  let cursor: string | null = null;
  do {
    const page = await sources.listPassages(at, { limit: passagesAtOnce, ...(cursor !== null && { cursor }) });
    passages.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return passages;
}
