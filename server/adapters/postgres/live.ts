import type pg from 'pg';
import type { Live, LiveNotice } from '../../ports/live.ts';
import type { Log } from '../../ports/log.ts';
import { listenFor } from './listen-for.ts';
import { liveSubscribers } from './live-subscribers.ts';
import { packDelta, packNotices, unpackNotices } from './notice-payload.ts';

const channel = 'parley_live';
const batchMs = 5;
const retryMs = 250;

export interface PostgresLiveOptions {
  /** This node's name among the nodes on this database. */
  readonly nodeId: string;
  /** There are no other nodes: nothing is sent, and nobody is listened to. */
  readonly isSoleNode?: boolean;
  /** Sends the notices. */
  readonly pool: pg.Pool;
  /** For the connection that listens, one of its own. */
  readonly connection: pg.ClientConfig;
  readonly log: Log;
}

export interface PostgresLive extends Live {
  /** Resolves once this node hears the others. */
  start(): Promise<void>;
  /** Sends what is waiting, then hears nothing more. */
  stop(): Promise<void>;
}

/**
 * News between nodes over LISTEN/NOTIFY: ids only, gathered for a moment so that a busy node sends few notifications.
 * After a break in the listening every subscriber is told to look, because notices sent meanwhile are lost.
 */
export function postgresLive({ nodeId, isSoleNode, pool, connection, log }: PostgresLiveOptions): PostgresLive {
  const subscribers = liveSubscribers(log);
  const waiting = new Map<string, number>();
  let pieces: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  let sending = Promise.resolve();

  const listener = listenFor({
    channel,
    connection,
    log,
    hear: (payload) => {
      for (const notice of unpackNotices(payload, nodeId)) subscribers.tell(notice);
    },
    onGap: subscribers.tellAllToLook,
  });

  function sendSoon(delayMs: number): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      sending = sending.then(send);
    }, delayMs);
  }

  async function send(): Promise<void> {
    const batch = [...waiting];
    const deltas = pieces;
    waiting.clear();
    pieces = [];
    if (batch.length === 0 && deltas.length === 0) return;
    try {
      await pool.query({
        name: 'live-notify',
        text: 'SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload',
        // Pieces of an answer go before the news that it is complete.
        values: [channel, [...deltas, ...packNotices(nodeId, batch)]],
      });
    } catch (error) {
      log.warn('live notices could not be sent, trying again', { sessions: batch.length }, error);
      for (const [sessionId, lastSeq] of batch) remember(sessionId, lastSeq);
      sendSoon(retryMs);
    }
  }

  function remember(sessionId: string, lastSeq: number): void {
    waiting.set(sessionId, Math.max(lastSeq, waiting.get(sessionId) ?? 0));
  }

  return {
    publish: (notice: LiveNotice) => {
      subscribers.tell(notice);
      if (isSoleNode) return;
      if (notice.delta) pieces.push(...packDelta(nodeId, notice.sessionId, notice.delta));
      else remember(notice.sessionId, notice.lastSeq ?? 0);
      sendSoon(batchMs);
    },
    subscribe: subscribers.add,
    start: async () => (isSoleNode ? undefined : listener.start()),
    stop: async () => {
      await listener.stop();
      clearTimeout(timer);
      await sending.then(send);
      clearTimeout(timer);
    },
  };
}
