import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toVisitorEvent } from '../../contract/visitor-events.ts';
import type { SessionState } from '../../core/session/session.ts';
import type { SessionEvent } from '../../core/session/session-event.ts';
import { AppError } from '../errors.ts';
import type { Context } from '../ports/context.ts';
import type { LiveNotice } from '../ports/live.ts';
import type { TurnSession } from '../ports/store/turn-store.ts';

const heartbeatMs = 20_000;
/** Streams that the visitor of a session, and its owners, may each hold open on a node. */
const streamsPerSession = 10;
/** A reader this far behind is cut off; it resumes from its last event. */
const backlogBytes = 4 * 1024 * 1024;

/** Whose stream it is: what they see of the log, and when nothing more is to come. */
export interface StreamView {
  readonly name: 'visitor' | 'owner';
  /** What is sent of an event; null for nothing. */
  readonly show: (event: SessionEvent) => object | null;
  readonly isLast: (event: SessionEvent) => boolean;
  readonly isOver: (state: SessionState) => boolean;
}

/** What is the visitor's, until the session ends. */
export const visitorView: StreamView = {
  name: 'visitor',
  show: toVisitorEvent,
  isLast: (event) => event.type === 'sessionEnded',
  isOver: (state) => state.status === 'ended',
};

/** Everything, until the ended session was judged. */
export const ownerView: StreamView = {
  name: 'owner',
  show: (event) => event,
  isLast: (event) => event.type === 'sessionEvaluated',
  isOver: (state) => state.evaluated,
};

/** The live streams on this node: server-sent events with `id` = seq, resumed from any seq. */
export interface EventStreams {
  open(
    request: FastifyRequest,
    reply: FastifyReply,
    session: TurnSession,
    after: number,
    view: StreamView,
  ): Promise<void>;
  /** Ends every stream, so that the server can stop; readers reconnect to another node. */
  closeAll(): void;
}

type StreamsCtx = Pick<Context, 'store' | 'live' | 'log' | 'metrics'>;

export function eventStreams(ctx: StreamsCtx): EventStreams {
  const open = new Set<ServerResponse>();
  const perView = new Map<string, number>();
  let isClosed = false;
  const heartbeat = setInterval(() => {
    for (const response of open) response.write(':\n\n');
  }, heartbeatMs);
  heartbeat.unref();

  function count(key: string, change: 1 | -1): void {
    const now = (perView.get(key) ?? 0) + change;
    if (now === 0) perView.delete(key);
    else perView.set(key, now);
  }

  return {
    async open(request, reply, session, after, view) {
      if (isClosed) throw new AppError('unavailable', 'The server is stopping. Open the stream again in a moment.');
      const key = `${view.name} ${session.id}`;
      if ((perView.get(key) ?? 0) >= streamsPerSession) {
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
      count(key, 1);
      const release = ctx.metrics.hold('liveStreams');
      const stop = follow(ctx, { session, after, view, response });
      request.raw.on('close', () => {
        stop();
        release();
        open.delete(response);
        count(key, -1);
      });
    },
    closeAll() {
      isClosed = true;
      clearInterval(heartbeat);
      for (const response of open) response.end();
    },
  };
}

/** Where a reader of the log left off; `Last-Event-ID` is what a browser sends when it reconnects by itself. */
export function eventsAfter(request: FastifyRequest, after: number | undefined): number {
  const header = request.headers['last-event-id'];
  return after ?? (typeof header === 'string' && /^\d{1,9}$/.test(header) ? Number(header) : 0);
}

interface Stream {
  readonly session: TurnSession;
  readonly after: number;
  readonly view: StreamView;
  readonly response: ServerResponse;
}

/** Sends what is in the log after a seq, then what comes; the log is the truth and notices only wake it. */
function follow(ctx: StreamsCtx, stream: Stream): () => void {
  const { session, view, response } = stream;
  let sent = stream.after;
  let tail = Promise.resolve();

  function send(events: readonly SessionEvent[]): void {
    for (const event of events) {
      if (event.seq <= sent) continue;
      sent = event.seq;
      const visible = view.show(event);
      if (visible) response.write(`id: ${event.seq}\nevent: ${event.type}\ndata: ${JSON.stringify(visible)}\n\n`);
    }
    if (events.some(view.isLast)) response.end();
    if (response.writableLength > backlogBytes) response.destroy();
  }

  async function catchUp(notice: LiveNotice | null): Promise<void> {
    if (response.writableEnded || response.destroyed) return;
    if (notice?.delta) {
      response.write(`event: delta\ndata: ${JSON.stringify(notice.delta)}\n\n`);
      return;
    }
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
  if (view.isOver(session.state)) tail = tail.then(() => void response.end());
  return unsubscribe;
}

/** Headers that hooks (CORS, request id) have set and that a hijacked reply would lose. */
function plainHeaders(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]));
}
