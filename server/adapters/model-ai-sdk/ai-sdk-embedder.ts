import type { EmbeddingModelV3 } from '@ai-sdk/provider';
import type { Embedder } from '../../ports/brain.ts';
import type { ModelAccess } from '../../ports/models.ts';
import { later, ModelFailure, modelFailure, never } from './model-failure.ts';
import { type ModelWorld, modelLimits, nameOf } from './model-world.ts';
import { embeddingModel } from './provider-models.ts';
import { retrying } from './retrying.ts';

/** Texts in one call, where the provider takes so many. */
const textsPerCall = 64;

/** An embedding model of any provider. */
export function aiSdkEmbedder(access: ModelAccess, world: ModelWorld): Embedder {
  const limits = { ...modelLimits, ...world.limits };

  async function embedOnce(model: EmbeddingModelV3, values: string[], signal: AbortSignal): Promise<Float32Array[]> {
    const late = new AbortController();
    const cancel = world.clock.after(limits.firstTokenMs, () => late.abort());
    try {
      const { embeddings } = await model.doEmbed({ values, abortSignal: AbortSignal.any([signal, late.signal]) });
      return vectorsOf(access, embeddings, values.length);
    } catch (error) {
      if (!late.signal.aborted) throw modelFailure(access, error);
      throw new ModelFailure(access, `did not answer within ${limits.firstTokenMs / 1000} s.`, later);
    } finally {
      cancel();
    }
  }

  return {
    model: nameOf(access),
    async embed(texts, signal) {
      const model = await embeddingModel(access, world);
      if (model === null) throw new ModelFailure(access, 'has no embeddings; choose another provider.', never);
      const perCall = Math.min((await model.maxEmbeddingsPerCall) ?? textsPerCall, textsPerCall);
      const vectors: Float32Array[] = [];
      for (let start = 0; start < texts.length; start += perCall) {
        const values = texts.slice(start, start + perCall);
        const found = await retrying(() => embedOnce(model, values, signal), { clock: world.clock, limits, signal });
        vectors.push(...found);
      }
      return vectors;
    },
  };
}

/** Vectors must be as many as the texts, and of one length: they are compared. */
function vectorsOf(access: ModelAccess, embeddings: readonly (readonly number[])[], count: number): Float32Array[] {
  const length = embeddings[0]?.length ?? 0;
  if (embeddings.length !== count || length === 0 || embeddings.some((each) => each.length !== length))
    throw new ModelFailure(access, 'answered with something that cannot be read.', later);
  return embeddings.map((each) => Float32Array.from(each));
}
