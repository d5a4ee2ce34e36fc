import type { Clock } from '../../ports/clock.ts';
import type { ModelLimits } from './model-world.ts';

export interface SilenceTimer {
  /** Aborts when the model was silent for too long. */
  readonly signal: AbortSignal;
  /** Something came. */
  heard(): void;
  stop(): void;
}

/** Aborts when nothing comes in time. The reason is a sentence's end: `<model> did not begin …`. */
export function silenceTimer(
  clock: Clock,
  { firstTokenMs, betweenTokensMs }: Pick<ModelLimits, 'firstTokenMs' | 'betweenTokensMs'>,
): SilenceTimer {
  const controller = new AbortController();
  const abortAfter = (ms: number, reason: string) => clock.after(ms, () => controller.abort(reason));
  let cancel = abortAfter(firstTokenMs, `did not begin to answer within ${firstTokenMs / 1000} s.`);
  return {
    signal: controller.signal,
    heard() {
      cancel();
      cancel = abortAfter(betweenTokensMs, `fell silent for ${betweenTokensMs / 1000} s.`);
    },
    stop: () => cancel(),
  };
}
