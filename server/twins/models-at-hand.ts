import type { Brain, Embedder } from '../ports/brain.ts';
import type { Context } from '../ports/context.ts';

/** What a workspace has to answer with at this moment. */
export interface ModelsAtHand {
  readonly brains: readonly [Brain, ...Brain[]];
  readonly embedder: Embedder | null;
}

/** An embedding model that cannot be read is done without. */
export async function modelsAtHand(ctx: Pick<Context, 'brains' | 'log'>, workspaceId: string): Promise<ModelsAtHand> {
  const [brains, embedder] = await Promise.all([
    ctx.brains.of(workspaceId),
    ctx.brains.embedderOf(workspaceId).catch((error: unknown) => {
      ctx.log.warn('the embedding model could not be read', { workspaceId }, error);
      return null;
    }),
  ]);
  return { brains, embedder };
}
