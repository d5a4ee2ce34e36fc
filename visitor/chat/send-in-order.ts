import type { Result } from '../api/call.ts';
import type { SendBody } from '../api/session-api.ts';
import { retryDelayMs } from './follow-events.ts';
import { judgeAnswer, type OutboxItem, type Verdict } from './outbox.ts';
import type { Pause } from './pause.ts';

export interface Sending {
  /** The item to send now; null when there is none. */
  next(): OutboxItem | null;
  send(body: SendBody): Promise<Result<unknown>>;
  /** Takes an item's fate; after it `next` must not return that item again. */
  settle(item: OutboxItem, verdict: Exclude<Verdict, { kind: 'later' }>): Promise<void>;
  pause: Pause;
  random: () => number;
}

/** Sends one item after another, each until it has a fate, so that nothing overtakes; ends when nothing waits. */
export async function sendInOrder(sending: Sending, signal: AbortSignal): Promise<void> {
  let failures = 0;
  for (let item = sending.next(); item && !signal.aborted; item = sending.next()) {
    const verdict = judgeAnswer(await sending.send(item.body));
    if (verdict.kind === 'later') {
      await sending.pause(verdict.afterMs ?? retryDelayMs(failures, sending.random()), signal);
      failures += 1;
    } else {
      failures = 0;
      await sending.settle(item, verdict);
    }
  }
}
