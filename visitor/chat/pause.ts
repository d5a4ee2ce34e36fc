import type { Wake } from './wake.ts';

/** Waits, but not longer than needed: `signal` ends it at once. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

/** A pause that waking ends too. */
export function createPause(wake: Wake): Pause {
  return (ms, signal) =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        stop();
        resolve();
      };
      const timer = setTimeout(done, ms);
      const stop = wake(done);
      signal.addEventListener('abort', done);
      if (signal.aborted) done();
    });
}
