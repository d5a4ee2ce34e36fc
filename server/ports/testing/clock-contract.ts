import { describe, expect, test } from 'vitest';
import type { Clock } from '../clock.ts';

/** What every clock holds to; `pass` lets its time go by. */
export function describeClock(name: string, make: () => { clock: Clock; pass: (ms: number) => void }): void {
  describe(`${name}, as a clock`, () => {
    test('work runs once, when its delay is over and no sooner', () => {
      const { clock, pass } = make();
      let runs = 0;
      clock.after(1000, () => {
        runs += 1;
      });
      pass(999);
      expect(runs).toBe(0);
      pass(1);
      expect(runs).toBe(1);
      pass(10_000);
      expect(runs).toBe(1);
    });

    test('work sees the time it was due at, in order, work started by work among it', () => {
      const { clock, pass } = make();
      const start = clock.now().getTime();
      const seen: [string, number][] = [];
      const note = (what: string) => () => seen.push([what, clock.now().getTime() - start]);
      clock.after(300, note('third'));
      clock.after(100, () => {
        note('first')();
        clock.after(100, note('second'));
      });
      pass(1000);
      expect(seen).toEqual([
        ['first', 100],
        ['second', 200],
        ['third', 300],
      ]);
      expect(clock.now().getTime() - start).toBe(1000);
    });

    test('cancelled work never runs', () => {
      const { clock, pass } = make();
      let runs = 0;
      const cancel = clock.after(100, () => {
        runs += 1;
      });
      cancel();
      pass(1000);
      cancel();
      expect(runs).toBe(0);
    });

    test('a delay of months is kept', () => {
      const { clock, pass } = make();
      const delayMs = 100 * 24 * 3_600_000;
      let runs = 0;
      clock.after(delayMs, () => {
        runs += 1;
      });
      pass(delayMs - 1);
      expect(runs).toBe(0);
      pass(1);
      expect(runs).toBe(1);
    });
  });
}
