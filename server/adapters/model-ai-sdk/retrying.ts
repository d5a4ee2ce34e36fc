import type { Clock } from '../../ports/clock.ts';
import { ModelFailure } from './model-failure.ts';
import type { ModelLimits } from './model-world.ts';

/**
 * Repeats a call that is worth repeating, with growing pauses, or those the provider asks for. Longer pauses than the
 * limit are not waited out: the failure is handed on. An abort ends a pause with the failure before it.
 */
export async function retrying<Result>(
  call: (attempt: number) => Promise<Result>,
  { clock, limits, signal }: { readonly clock: Clock; readonly limits: ModelLimits; readonly signal: AbortSignal },
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call(attempt);
    } catch (error) {
      if (!(error instanceof ModelFailure) || !error.again.now || attempt >= limits.attempts) throw error;
      const delayMs = error.again.afterMs ?? limits.firstDelayMs * 2 ** (attempt - 1);
      if (delayMs > limits.longestDelayMs) throw error;
      await pause(clock, delayMs, signal);
      if (signal.aborted) throw error;
    }
  }
}

function pause(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const cancel = clock.after(delayMs, done);
    signal.addEventListener('abort', done, { once: true });
    function done() {
      cancel();
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
