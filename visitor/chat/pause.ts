/** Waits, but not longer than needed: `signal` ends it at once. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

/** A pause that also ends when the browser comes back online or the page is looked at again: then waiting is pointless. */
export function createPause(page: Window): Pause {
  return (ms, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(done, ms);
      const looked = () => page.document.visibilityState === 'visible' && done();
      function done() {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        page.removeEventListener('online', done);
        page.document.removeEventListener('visibilitychange', looked);
        resolve();
      }
      signal.addEventListener('abort', done);
      page.addEventListener('online', done);
      page.document.addEventListener('visibilitychange', looked);
      if (signal.aborted) done();
    });
}
