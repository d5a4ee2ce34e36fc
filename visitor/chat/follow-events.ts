import type { AnswerDelta, VisitorEvent } from '../../contract/visitor-events.ts';
import type { Pause } from './pause.ts';
import { createSseParser, type StreamEvent } from './sse-parser.ts';
import type { Wake } from './wake.ts';

export type Connection = 'connecting' | 'live' | 'lost';

export interface Follower {
  openStream(after: number, signal: AbortSignal): Promise<Response>;
  hearEvent(event: VisitorEvent): void;
  hearDelta(delta: AnswerDelta): void;
  hearConnection(connection: Connection): void;
  /** The session is not ours any more. */
  hearGone(): void;
  pause: Pause;
  wake: Wake;
  /** 0 to 1, for spreading reconnections. */
  random: () => number;
}

/** Longest silence of a living stream: the server sends a heartbeat every 20 s. */
const silenceMs = 50_000;
const firstRetryMs = 500;
const longestRetryMs = 20_000;

/** Hears a session's events from `after` on, reconnecting where it left off until `signal` ends it or the session is gone. */
export async function followEvents(after: number, follower: Follower, signal: AbortSignal): Promise<void> {
  let lastSeq = after;
  let failures = 0;
  const hear = (event: StreamEvent) => {
    failures = 0;
    // The server is our own and of the same release: what it streams has the contract's shape.
    if (event.event === 'delta') return follower.hearDelta(readJson(event.data) as unknown as AnswerDelta);
    const sessionEvent = readEvent(event.data);
    if (!sessionEvent) return;
    lastSeq = Math.max(lastSeq, sessionEvent.seq);
    follower.hearEvent(sessionEvent);
  };
  while (!signal.aborted) {
    const status = await readStream(lastSeq, follower, hear, signal);
    if (signal.aborted) return;
    if (status === 401 || status === 404) return follower.hearGone();
    follower.hearConnection('lost');
    await follower.pause(retryDelayMs(failures, follower.random()), signal);
    failures += 1;
  }
}

/** Waits longer after each failure, and differently in each browser, so that a restarted server is not stormed. */
export function retryDelayMs(failures: number, random: number): number {
  const ceiling = Math.min(longestRetryMs, firstRetryMs * 2 ** failures);
  return ceiling / 2 + (random * ceiling) / 2;
}

/** Reads one connection to its end; the HTTP status it had, 0 for none. */
async function readStream(
  after: number,
  follower: Follower,
  hear: (event: StreamEvent) => void,
  signal: AbortSignal,
): Promise<number> {
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expectMore = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), silenceMs);
  };
  // After sleep or another network an open connection may be dead without knowing it.
  const stopWaking = follower.wake(() => silence.abort());
  let status = 0;
  try {
    expectMore();
    const response = await follower.openStream(after, AbortSignal.any([signal, silence.signal]));
    status = response.status;
    if (!response.ok || !response.body) return status;
    follower.hearConnection('live');
    const parse = createSseParser();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      expectMore();
      for (const event of parse(piece.value)) hear(event);
    }
  } catch {
    // Whatever broke the connection, the answer is to connect again.
  } finally {
    clearTimeout(timer);
    stopWaking();
  }
  return status;
}

function readEvent(data: string): VisitorEvent | null {
  const event = readJson(data);
  return typeof event.seq === 'number' && typeof event.type === 'string' ? (event as unknown as VisitorEvent) : null;
}

function readJson(data: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
