import type { Passage } from '../../core/twin/passage.ts';
import { UpstreamError } from '../errors.ts';
import type { Embedder } from '../ports/brain.ts';
import type { Context } from '../ports/context.ts';
import type { JobPayloads } from '../ports/jobs.ts';

/**
 * Has the passages of a source's text embedded, so that they are found by their meaning too. Until then, and where the
 * model refuses for good, they are found by their words.
 */
export async function embedSource(
  ctx: Pick<Context, 'store' | 'brains' | 'log'>,
  { workspaceId, sourceId }: JobPayloads['embedSource'],
): Promise<void> {
  const { embedder } = await ctx.brains.of(workspaceId);
  if (!embedder) return;
  const source = await ctx.store.read(workspaceId, ({ sources }) => sources.find(sourceId));
  if (!source?.revision) return;
  const at = { sourceId, revision: source.revision };
  const kept = await ctx.store.indexes.loadVectors(workspaceId, embedder.model, [at]);
  if (kept.size > 0) return;
  const passages = await ctx.store.read(workspaceId, ({ sources }) => sources.passagesOf([at]));
  try {
    const vectors = await vectorsOf(
      embedder,
      source.name,
      passages.toSorted((one, other) => one.number - other.number),
    );
    await ctx.store.write(workspaceId, ({ sources }) => sources.saveVectors(at, embedder.model, vectors));
  } catch (error) {
    if (!(error instanceof UpstreamError) || error.retryable) throw error;
    ctx.log.warn('a source could not be embedded', { sourceId, model: embedder.model }, error);
  }
}

/** One after the other, in the order of the passages. */
async function vectorsOf(embedder: Embedder, name: string, passages: readonly Passage[]): Promise<Float32Array> {
  const texts = passages.map((passage) => textOf(name, passage));
  // Nobody waits for it: the embedder gives up by itself where its provider is silent.
  const vectors = await embedder.embed(texts, new AbortController().signal);
  const all = new Float32Array(vectors.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const vector of vectors) {
    all.set(vector, at);
    at += vector.length;
  }
  return all;
}

/** A passage with what it stands under, without which it may not say what it is about. */
function textOf(name: string, { headings, text }: Passage): string {
  return `${[name, ...headings].join(' > ')}\n\n${text}`;
}
