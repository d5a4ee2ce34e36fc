import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../../ports/log.ts';

const firstRetryMs = 100;
const longestRetryMs = 5000;
const heartbeatMs = 15_000;
const answerMs = 10_000;

export interface ListenOptions {
  readonly channel: string;
  readonly connection: pg.ClientConfig;
  readonly log: Log;
  readonly hear: (payload: string) => void;
  /** The listening was broken and works again: what was sent meanwhile is lost. */
  readonly onGap: () => void;
}

export interface Listener {
  /** Rejects when the first connection fails; later ones are tried again until stopped. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Listens on a connection of its own and mends it. A silent connection is asked now and then whether it still lives. */
export function listenFor(options: ListenOptions): Listener {
  let client: pg.Client | null = null;
  let heartbeat: NodeJS.Timeout | undefined;
  const stopping = new AbortController();

  async function listen(): Promise<void> {
    const opened = new pg.Client({ ...options.connection, keepAlive: true, query_timeout: answerMs });
    const lost = once((cause: unknown) => void mend(opened, cause));
    opened.on('error', lost);
    try {
      await opened.connect();
      opened.on('notification', ({ payload = '' }) => options.hear(payload));
      await opened.query(`LISTEN ${pg.escapeIdentifier(options.channel)}`);
    } catch (error) {
      opened.removeListener('error', lost);
      discard(opened);
      throw error;
    }
    opened.once('end', () => lost(new Error('the connection ended')));
    client = opened;
    heartbeat = setInterval(() => opened.query('SELECT 1').catch(lost), heartbeatMs).unref();
    if (stopping.signal.aborted) await close();
  }

  async function mend(broken: pg.Client, cause: unknown): Promise<void> {
    if (broken !== client || stopping.signal.aborted) return;
    client = null;
    clearInterval(heartbeat);
    discard(broken);
    options.log.warn('listening to the other nodes broke off, connecting again', {}, cause);
    for (let delayMs = firstRetryMs; !stopping.signal.aborted; delayMs = Math.min(delayMs * 2, longestRetryMs)) {
      try {
        await listen();
        return options.onGap();
      } catch (error) {
        options.log.warn('listening to the other nodes cannot be taken up again yet', { delayMs }, error);
        await pause(delayMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  }

  async function close(): Promise<void> {
    clearInterval(heartbeat);
    const open = client;
    client = null;
    await open?.end().catch(() => undefined);
  }

  return {
    start: listen,
    stop: () => {
      stopping.abort();
      return close();
    },
  };
}

/** A broken connection may report more errors while it is taken down; nobody needs them. */
function discard(client: pg.Client): void {
  client.removeAllListeners();
  client.on('error', () => undefined);
  client.end().catch(() => undefined);
}

function once(work: (cause: unknown) => void): (cause: unknown) => void {
  let done = false;
  return (cause) => {
    if (done) return;
    done = true;
    work(cause);
  };
}
