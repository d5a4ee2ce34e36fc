import { describe, expect, it } from 'vitest';
import { type ParleyFunction, takeOverQueue } from './command-queue.ts';

/** The snippet that customers paste. */
function snippet(): { parley: ParleyFunction } {
  const page: { parley?: ParleyFunction } = {};
  const parley: ParleyFunction = function () {
    parley.q = parley.q ?? [];
    // biome-ignore lint/complexity/noArguments: the snippet is written so
    parley.q.push(arguments);
  };
  page.parley = parley;
  return { parley };
}

describe('command queue', () => {
  it('runs what waited in order, then what comes', () => {
    const page = snippet();
    page.parley('identify', 'a.b.c');
    page.parley('open');
    const ran: unknown[] = [];
    takeOverQueue(page, (command) => ran.push(command));
    page.parley('close');
    expect(ran).toEqual([['identify', 'a.b.c'], ['open'], ['close']]);
    expect(page.parley.isLoaded).toBe(true);
  });

  it('works without the snippet', () => {
    const page: { parley?: ParleyFunction } = {};
    const ran: unknown[] = [];
    takeOverQueue(page, (command) => ran.push(command));
    page.parley?.('open');
    expect(ran).toEqual([['open']]);
  });
});
