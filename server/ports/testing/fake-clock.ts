import type { Clock } from '../clock.ts';

interface Due {
  readonly atMs: number;
  readonly work: () => void;
}

/** A clock that moves only when told to. */
export class FakeClock implements Clock {
  #nowMs: number;
  #waiting: Due[] = [];

  constructor(start = '2027-01-31T09:00:00.000Z') {
    this.#nowMs = Date.parse(start);
  }

  now(): Date {
    return new Date(this.#nowMs);
  }

  after(delayMs: number, work: () => void): () => void {
    const due = { atMs: this.#nowMs + Math.max(0, delayMs), work };
    this.#waiting.push(due);
    return () => this.#drop(due);
  }

  /** Moves on, running what falls due on the way in order, at the time it is due. */
  advance(ms: number): void {
    const untilMs = this.#nowMs + ms;
    for (let due = this.#next(untilMs); due !== undefined; due = this.#next(untilMs)) {
      this.#drop(due);
      this.#nowMs = due.atMs;
      due.work();
    }
    this.#nowMs = untilMs;
  }

  #next(untilMs: number): Due | undefined {
    return this.#waiting.filter(({ atMs }) => atMs <= untilMs).toSorted((a, b) => a.atMs - b.atMs)[0];
  }

  #drop(due: Due): void {
    this.#waiting = this.#waiting.filter((other) => other !== due);
  }
}
