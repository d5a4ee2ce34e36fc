/** How long is waited after each attempt that failed: a restart of a site takes seconds, an outage minutes. */
const delaysMs = [5_000, 30_000, 180_000];

/** How often reading is tried before its owner is told that it failed. */
export const attemptsAtMost = delaysMs.length + 1;

/** When the next attempt is due after one that failed at `now`; null after the last. */
export function nextAttemptAt(attempts: number, now: Date): Date | null {
  const delayMs = delaysMs[attempts - 1];
  return delayMs === undefined ? null : new Date(now.getTime() + delayMs);
}
