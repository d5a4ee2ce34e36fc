import type { PassageReply, SourceReply, SourceSummary } from '../../contract/sources.ts';
import { notFound } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';
import type { Page, PageRequest } from '../ports/store/common.ts';
import type { SourceReader, SourceRecord } from '../ports/store/source-store.ts';
import { presentSource, presentSummary } from './present-source.ts';

type Reads = Pick<Context, 'store'>;

export function listSources(
  ctx: Reads,
  actor: Actor,
  filter: Parameters<SourceReader['list']>[0],
): Promise<Page<SourceSummary>> {
  return ctx.store.read(actor.workspaceId, async ({ sources }) => {
    const { items, nextCursor } = await sources.list(filter);
    return { items: items.map(presentSummary), nextCursor };
  });
}

export function getSource(ctx: Reads, actor: Actor, id: string): Promise<SourceReply> {
  return ctx.store.read(actor.workspaceId, async ({ sources }) =>
    presentSource(sources, await existingSource(sources, id)),
  );
}

/** The passages of the text in force. */
export function listPassages(ctx: Reads, actor: Actor, id: string, page: PageRequest): Promise<Page<PassageReply>> {
  return ctx.store.read(actor.workspaceId, async ({ sources }) => {
    const { revision } = await existingSource(sources, id);
    const { items, nextCursor } = await sources.listPassages({ sourceId: id, revision: revision ?? 0 }, page);
    return { items: items.map((passage) => ({ ...passage, headings: [...passage.headings] })), nextCursor };
  });
}

/** The source, or a 404. */
export async function existingSource(sources: SourceReader, id: string): Promise<SourceRecord> {
  const source = await sources.find(id);
  if (!source) throw notFound('source');
  return source;
}
