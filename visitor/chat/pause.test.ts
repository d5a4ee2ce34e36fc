import { expect, it } from 'vitest';
import { createPause } from './pause.ts';
import type { Wake } from './wake.ts';

const forever = 2 ** 30;

function sleeper() {
  const listeners = new Set<() => void>();
  const wake: Wake = (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return { listeners, pause: createPause(wake) };
}

it('a pause ends when its time is over, and stops listening', async () => {
  const { listeners, pause } = sleeper();
  await pause(0, new AbortController().signal);
  expect(listeners.size).toBe(0);
});

it('a pause ends on waking', async () => {
  const { listeners, pause } = sleeper();
  const over = pause(forever, new AbortController().signal);
  for (const listener of listeners) listener();
  await over;
  expect(listeners.size).toBe(0);
});

it('a pause ends when it is aborted, before or while it lasts', async () => {
  const { pause } = sleeper();
  await pause(forever, AbortSignal.abort());
  const stop = new AbortController();
  const over = pause(forever, stop.signal);
  stop.abort();
  await over;
});
