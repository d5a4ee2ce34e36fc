/** The only source of time. */
export interface Clock {
  now(): Date;
  /** Runs the work once after the delay (milliseconds); the returned function cancels it. */
  after(delayMs: number, work: () => void): () => void;
}
