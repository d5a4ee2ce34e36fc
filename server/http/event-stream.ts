import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toVisitorEvent } from '../../contract/visitor-events.ts';
import type { SessionEvent } from '../../core/session/session-event.ts';
import { AppError } from '../errors.ts';
import type { Context } from '../ports/context.ts';
import type { LiveNotice } from '../ports/live.ts';
import type { TurnSession } from '../ports/store/turn-store.ts';

const heartbeatMs = 20_000;
/** Streams one session may hold open on a node. */
const streamsPerSession = 10;
/** A reader this far behind is cut off; it resumes from its last event. */
const backlogBytes = 4 * 1024 * 1024;

/** The live streams of visitors on this node: server-sent events with `id` = seq, resumed from any seq. */
export interface EventStreams {
  open(request: FastifyRequest, reply: FastifyReply, session: TurnSession, after: number): Promise<void>;
  /** Ends every stream, so that the server can stop; visitors reconnect to another node. */
  closeAll(): void;
}

type StreamsCtx = Pick<Context, 'store' | 'live' | 'log' | 'metrics'>;

export function eventStreams(ctx: StreamsCtx): EventStreams {
  const open = new Set<ServerResponse>();
  const perSession = new Map<string, number>();
  let isClosed = false;
  const heartbeat = setInterval(() => {
    for (const response of open) response.write(':\n\n');
  }, heartbeatMs);
  heartbeat.unref();

  function count(sessionId: string, change: 1 | -1): void {
    const now = (perSession.get(sessionId) ?? 0) + change;
    if (now === 0) perSession.delete(sessionId);
    else perSession.set(sessionId, now);
  }

  return {
    async open(request, reply, session, after) {
      if (isClosed) throw new AppError('unavailable', 'The server is stopping. Open the stream again in a moment.');
      if ((perSession.get(session.id) ?? 0) >= streamsPerSession) {
        throw new AppError('rate_limited', `A session may hold ${streamsPerSession} streams open. Close one first.`, {
          retryAfterMs: 5000,
        });
      }
      reply.hijack();
      const response = reply.raw;
      response.writeHead(200, {
        ...plainHeaders(reply),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      response.write('retry: 2000\n\n');
      open.add(response);
      count(session.id, 1);
      const release = ctx.metrics.hold('liveStreams');
      const stop = follow(ctx, session, after, response);
      request.raw.on('close', () => {
        stop();
        release();
        open.delete(response);
        count(session.id, -1);
      });
    },
    closeAll() {
      isClosed = true;
      clearInterval(heartbeat);
      for (const response of open) response.end();
    },
  };
}

/** Sends what is in the log after a seq, then what comes; the log is the truth and notices only wake it. */
function follow(ctx: StreamsCtx, session: TurnSession, after: number, response: ServerResponse): () => void {
  let sent = after;
  let tail = Promise.resolve();

  function send(events: readonly SessionEvent[]): void {
    for (const event of events) {
      if (event.seq <= sent) continue;
      sent = event.seq;
      const visible = toVisitorEvent(event);
      if (visible) response.write(`id: ${event.seq}\nevent: ${event.type}\ndata: ${JSON.stringify(visible)}\n\n`);
      if (event.type === 'sessionEnded') response.end();
    }
    if (response.writableLength > backlogBytes) response.destroy();
  }

  async function catchUp(notice: LiveNotice | null): Promise<void> {
    if (response.writableEnded || response.destroyed) return;
    if (notice?.lastSeq !== undefined && notice.lastSeq <= sent) return;
    const [first] = notice?.events ?? [];
    const isNext = first !== undefined && first.seq <= sent + 1;
    send(isNext && notice?.events ? notice.events : await ctx.store.turns.eventsAfter(session, sent));
  }

  function enqueue(notice: LiveNotice | null): void {
    tail = tail
      .then(() => catchUp(notice))
      .catch((error: unknown) => {
        ctx.log.warn('a live stream failed and was closed', { sessionId: session.id }, error);
        response.destroy();
      });
  }

  const unsubscribe = ctx.live.subscribe(session.id, enqueue);
  enqueue(null);
  return unsubscribe;
}

/** Headers that hooks (CORS, request id) have set and that a hijacked reply would lose. */
function plainHeaders(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]));
}
