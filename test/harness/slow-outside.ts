import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { listen } from './listen.ts';

/** A server of the outside world that HTTP nodes call: it answers `{"receipt": "for <order>"}`, in its own time. */
export interface SlowOutside {
  /** `host:port`, for PARLEY_HTTP_ALLOW. */
  readonly host: string;
  readonly url: string;
  /** Every call so far: what it asked for, and under which Idempotency-Key. */
  readonly calls: readonly { readonly key: string; readonly order: string }[];
  /** Calls that wait for their answer. */
  waiting(): number;
  /** From now on calls wait until let go. */
  hold(): void;
  letGo(): void;
  stop(): void;
}

export async function slowOutside(delayMs: number): Promise<SlowOutside> {
  const calls: { key: string; order: string }[] = [];
  let waiting = 0;
  let gate: Promise<void> = Promise.resolve();
  let open = () => {};
  const server = createServer(async (request, response) => {
    const key = String(request.headers['idempotency-key']);
    let text = '';
    for await (const chunk of request) text += chunk;
    const { order } = JSON.parse(text);
    calls.push({ key, order });
    waiting += 1;
    response.once('close', () => {
      waiting -= 1;
    });
    await Promise.all([pause(delayMs), gate]);
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ receipt: `for ${order}` }));
  });
  const host = `127.0.0.1:${await listen(server)}`;
  return {
    host,
    url: `http://${host}/orders`,
    calls,
    waiting: () => waiting,
    hold() {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    letGo: () => open(),
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
