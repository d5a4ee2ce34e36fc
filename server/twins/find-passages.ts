import { allowedSources } from '../../core/twin/source-access.ts';
import type { Brain, Embedder, FoundPassage } from '../ports/brain.ts';
import type { Context } from '../ports/context.ts';
import { existingSources, type TwinTalk } from './twin-talk.ts';

/** Most passages one search finds. */
const passagesAtMost = 8;
const embeddingMs = 3000;

export type FindPassages = (question: string) => Promise<FoundPassage[]>;
type Finding = Pick<Context, 'store' | 'passageIndex' | 'log'>;

/** Searches what this brain may use in this talk, and nothing else. */
export function passageFinder(
  ctx: Finding,
  talk: TwinTalk,
  kind: Brain['kind'],
  embedder: Embedder | null,
): FindPassages {
  const { atBeginning, now } = talk.access;
  const allowed = allowedSources({
    atBeginning,
    now,
    sources: existingSources(talk),
    recorded: talk.recorded,
    personId: talk.personId,
    brain: kind === 'model' ? 'model' : 'built-in',
  });
  const accesses = new Map(allowed.map(({ sourceId, access }) => [sourceId, access]));
  const known = new Map(talk.sources.map((source) => [source.sourceId, source]));

  return async (question) => {
    if (allowed.length === 0) return [];
    const hits = await ctx.passageIndex.search({
      workspaceId: talk.workspaceId,
      sources: allowed,
      question,
      limit: passagesAtMost,
      vector: await vectorOf(ctx, embedder, question),
    });
    const passages = await ctx.store.talks.passagesAt(talk.workspaceId, hits);
    const byPlace = new Map(passages.map((passage) => [placeOf(passage), passage]));
    return hits.flatMap((hit) => {
      const passage = byPlace.get(placeOf(hit));
      const source = known.get(hit.sourceId);
      const access = accesses.get(hit.sourceId);
      if (!passage || !source || !access) return [];
      const { score, confidence } = hit;
      return [{ ...passage, title: source.name, ...(source.url && { url: source.url }), score, confidence, access }];
    });
  };
}

/** An embedding model that fails or is slow is done without. */
async function vectorOf(ctx: Finding, embedder: Embedder | null, question: string) {
  if (!embedder) return undefined;
  try {
    const [values] = await embedder.embed([question], AbortSignal.timeout(embeddingMs));
    return values && { model: embedder.model, values };
  } catch (error) {
    ctx.log.warn('a question could not be embedded', { model: embedder.model }, error);
    return undefined;
  }
}

function placeOf({ sourceId, revision, number }: { sourceId: string; revision: number; number: number }): string {
  return `${sourceId}/${revision}/${number}`;
}
