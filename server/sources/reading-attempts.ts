/** How long is waited after each attempt that failed: a restart of a site takes seconds, an outage minutes. */
const delaysMs = [5_000, 30_000, 180_000];

/** How often reading is tried before its owner is told that it failed. */
export const attemptsAtMost = delaysMs.length + 1;

/** The longest that a site's wish to wait is granted: later, its owner should hear that there is nothing to read. */
const longestWaitMs = 60 * 60_000;

/** When the next attempt is due after one that failed at `now`, with the wait the site asked for; null after the last. */
export function nextAttemptAt(attempts: number, now: Date, askedMs = 0): Date | null {
  const delayMs = delaysMs[attempts - 1];
  return delayMs === undefined ? null : new Date(now.getTime() + Math.max(delayMs, Math.min(askedMs, longestWaitMs)));
}
