import { afterEach, expect, test, vi } from 'vitest';
import { describeClock } from '../../ports/testing/clock-contract.ts';
import { systemClock } from './system-clock.ts';

describeClock('system clock', () => {
  vi.useFakeTimers();
  return { clock: systemClock(), pass: (ms) => vi.advanceTimersByTime(ms) };
});

afterEach(() => {
  vi.useRealTimers();
});

test('now is the present', () => {
  expect(Math.abs(systemClock().now().getTime() - Date.now())).toBeLessThan(1000);
});
