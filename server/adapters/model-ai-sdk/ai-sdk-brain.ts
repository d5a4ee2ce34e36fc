import type { LanguageModelV3 } from '@ai-sdk/provider';
import type { Brain } from '../../ports/brain.ts';
import type { ModelAccess } from '../../ports/models.ts';
import { distillRules } from './distill-rules.ts';
import { later, ModelFailure } from './model-failure.ts';
import { type ModelWorld, modelLimits, nameOf } from './model-world.ts';
import { languageModel } from './provider-models.ts';
import { retrying } from './retrying.ts';
import { sortText } from './sort-text.ts';
import { streamAnswer } from './stream-answer.ts';

/** A model of any provider as a brain. */
export function aiSdkBrain(access: ModelAccess, world: ModelWorld): Brain {
  const limits = { ...modelLimits, ...world.limits };
  let connected: Promise<LanguageModelV3> | undefined;

  /** Kept, because the library builds the schemas of a provider's replies with each model. */
  function model(): Promise<LanguageModelV3> {
    connected ??= languageModel(access, world);
    return connected;
  }

  /** Runs with a signal that aborts when all patience has ended. */
  async function within<Result>(run: (deadline: AbortSignal) => Promise<Result>): Promise<Result> {
    const patience = new AbortController();
    const reason = `did not finish within ${limits.wholeMs / 1000} s.`;
    const cancel = world.clock.after(limits.wholeMs, () => patience.abort(reason));
    try {
      return await run(patience.signal);
    } finally {
      cancel();
    }
  }

  /** Asks for a reply that is of use only whole, and asks again after trouble. */
  function wholly<Result>(signal: AbortSignal, ask: (ended: AbortSignal) => Promise<Result>): Promise<Result> {
    return within((deadline) => {
      const ended = AbortSignal.any([signal, deadline]);
      return retrying(
        () => {
          if (deadline.aborted) throw new ModelFailure(access, String(deadline.reason), later);
          return ask(ended);
        },
        { clock: world.clock, limits, signal: ended },
      );
    });
  }

  return {
    kind: 'model',
    name: nameOf(access),
    answer(question, hear, stop) {
      return within((deadline) => {
        let hasSpoken = false;
        const say = (piece: string) => {
          hasSpoken = true;
          hear.piece(piece);
        };
        const ended = AbortSignal.any([stop, deadline]);
        return retrying(
          async (attempt) => {
            if (attempt > 1 && hasSpoken) hear.restart();
            hasSpoken = false;
            const { clock } = world;
            return streamAnswer({ access, model: await model(), clock, limits, question, hear: say, stop, deadline });
          },
          { clock: world.clock, limits, signal: ended },
        );
      });
    },
    sort: (text, signal) =>
      wholly(signal, async (ended) => sortText({ access, model: await model(), text, signal: ended })),
    distill: (text, signal) =>
      wholly(signal, async (ended) => distillRules({ access, model: await model(), text, signal: ended })),
  };
}
