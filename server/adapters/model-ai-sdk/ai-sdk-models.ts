import type { ModelAccess, Models } from '../../ports/models.ts';
import { aiSdkBrain } from './ai-sdk-brain.ts';
import { aiSdkEmbedder } from './ai-sdk-embedder.ts';
import type { ModelWorld } from './model-world.ts';

/** The models of every provider. */
export function aiSdkModels(world: ModelWorld, fromEnvironment: ModelAccess | null): Models {
  return {
    brain: (access) => aiSdkBrain(access, world),
    embedder: (access) => aiSdkEmbedder(access, world),
    fromEnvironment,
  };
}
