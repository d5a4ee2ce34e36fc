import type { Clock } from '../../ports/clock.ts';

/** Longest delay a timer of the runtime takes; a longer one would fire at once. */
const longestTimerMs = 2 ** 31 - 1;

export function systemClock(): Clock {
  return { now: () => new Date(), after };
}

function after(delayMs: number, work: () => void): () => void {
  let timer: NodeJS.Timeout;
  const wait = (leftMs: number) => {
    const nextMs = Math.min(leftMs, longestTimerMs);
    timer = setTimeout(() => (nextMs < leftMs ? wait(leftMs - nextMs) : work()), nextMs);
  };
  wait(delayMs);
  return () => clearTimeout(timer);
}
