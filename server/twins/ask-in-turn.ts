import { UpstreamError } from '../errors.ts';
import type { Brain } from '../ports/brain.ts';
import type { Context } from '../ports/context.ts';

type Asking = Pick<Context, 'log' | 'metrics'>;
type Asked = Pick<Brain, 'name' | 'kind'>;

/** What came of asking: null where none could do it. `failures` tells the owner why those before could not, in sentences. */
export interface AskedInTurn<Asker extends Asked, Result> {
  readonly done: { readonly by: Asker; readonly result: Result } | null;
  readonly failures: readonly string[];
}

/** Asks one brain after the other until one does it. `task` ends the sentence "a brain could not …" in the log. */
export async function askInTurn<Asker extends Asked, Result>(
  ctx: Asking,
  brains: readonly Asker[],
  task: string,
  ask: (brain: Asker) => Promise<Result>,
): Promise<AskedInTurn<Asker, Result>> {
  const failures: string[] = [];
  for (const brain of brains) {
    try {
      return { done: { by: brain, result: await ask(brain) }, failures };
    } catch (error) {
      const isUpstream = error instanceof UpstreamError;
      failures.push(isUpstream ? error.message : `${brain.name} failed unexpectedly.`);
      ctx.metrics.count('providerFailed', { provider: isUpstream ? error.provider : brain.kind });
      ctx.log.warn(`a brain could not ${task}`, { brain: brain.name }, error);
    }
  }
  return { done: null, failures };
}
