import { describe, expect, it } from 'vitest';
import type { VisitorEvent } from '../../contract/visitor-events.ts';
import { createSessionApi, type SendBody } from '../api/session-api.ts';
import { createMemory } from '../storage.ts';
import { type Chat, type ChatView, openChat } from './open-chat.ts';

const at = '2027-01-01T00:00:00Z';
type Unstamped = VisitorEvent extends infer Event ? (Event extends unknown ? Omit<Event, 'seq' | 'at'> : never) : never;

/** A server of one session whose answers and outages the test decides. */
function createServer() {
  const events: VisitorEvent[] = [];
  const received: SendBody[] = [];
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const encode = (text: string) => new TextEncoder().encode(text);
  const server = {
    events,
    received,
    /** Answers given to the next messages instead of the usual one. `lost` is taken, but its reply never arrives. */
    outages: [] as (Response | 'offline' | 'lost')[],
    isKnown: true,
    stops: 0,
    add(event: Unstamped) {
      const stamped = { ...event, seq: events.length + 1, at };
      events.push(stamped);
      for (const stream of streams) stream.enqueue(encode(`id: ${stamped.seq}\ndata: ${JSON.stringify(stamped)}\n\n`));
    },
    stream: (text: string) => streams.forEach((stream) => void stream.enqueue(encode(text))),
    /** Connections that look open and carry nothing any more. */
    muteStreams: () => streams.clear(),
    dropStreams() {
      for (const stream of streams) stream.error(new Error('cut'));
      streams.clear();
    },
    fetch: (async (address, init) => {
      if (!server.isKnown) return problem(401, 'unauthenticated');
      const path = String(address);
      if (path.endsWith('/events'))
        return openStream(Number(new Headers(init?.headers).get('last-event-id')), init?.signal);
      if (path.endsWith('/messages')) return take(JSON.parse(String(init?.body)));
      if (path.endsWith('/stop')) {
        server.stops += 1;
        return Response.json({}, { status: 202 });
      }
      const ended = events.find((event) => event.type === 'sessionEnded');
      return Response.json({ session: { status: ended ? 'ended' : 'active', endReason: null }, events });
    }) satisfies typeof fetch,
  };
  function take(body: SendBody): Response {
    const outage = server.outages.shift();
    if (outage === 'offline') throw new TypeError('no network');
    if (outage instanceof Response) return outage;
    const known = received.findIndex((one) => one.clientMessageId === body.clientMessageId);
    if (known < 0) {
      received.push(body);
      server.add({ type: 'message', from: 'visitor', text: body.text ?? '', clientMessageId: body.clientMessageId });
    }
    if (outage === 'lost') throw new TypeError('reply lost');
    return Response.json({ seq: known + 1 }, { status: 202 });
  }
  function openStream(after: number, signal?: AbortSignal | null): Response {
    const missed = events.filter((event) => event.seq > after);
    return new Response(
      new ReadableStream<Uint8Array>({
        start(stream) {
          streams.add(stream);
          signal?.addEventListener('abort', () => stream.error(signal.reason));
          for (const event of missed) stream.enqueue(encode(`id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`));
        },
      }),
    );
  }
  return server;
}

function problem(status: number, code: string, headers: Record<string, string> = {}): Response {
  return Response.json({ code, detail: `because of ${code}` }, { status, headers });
}

/** Opens a chat and lets the test wait for what it should come to show. */
function open(server: ReturnType<typeof createServer>, memory = createMemory(null)) {
  let ids = 0;
  const waiting = new Set<() => void>();
  const pauses: number[] = [];
  const wakers = new Set<() => void>();
  const chat: Chat = openChat({
    api: createSessionApi(server.fetch, 'ses_1', 'token'),
    sessionId: 'ses_1',
    memory,
    wake: (listener) => {
      wakers.add(listener);
      return () => void wakers.delete(listener);
    },
    pause: async (ms) => void pauses.push(ms),
    random: () => 1,
    newId: () => `c${++ids}`,
    now: () => 1,
    onChange: () => waiting.forEach((check) => void check()),
  });
  const until = (isSo: (view: ChatView) => boolean) =>
    new Promise<ChatView>((resolve) => {
      const check = () => {
        if (!isSo(chat.view())) return;
        waiting.delete(check);
        resolve(chat.view());
      };
      waiting.add(check);
      check();
    });
  return { chat, until, pauses, wakers };
}

const texts = (view: ChatView) => view.conversation.entries.map((entry) => ('text' in entry ? entry.text : entry.kind));

describe('chat', () => {
  it('reads what has happened, then follows', async () => {
    const server = createServer();
    server.add({ type: 'sessionStarted', mode: 'chat', language: 'en' });
    server.add({ type: 'message', from: 'agent', text: 'Hello' });
    const { until, chat } = open(server);
    await until((view) => view.connection === 'live');
    server.add({ type: 'message', from: 'agent', text: 'Anyone there?' });
    expect(texts(await until((view) => view.conversation.lastSeq === 3))).toEqual(['Hello', 'Anyone there?']);
    chat.close();
  });

  it('loses and repeats nothing over a cut stream', async () => {
    const server = createServer();
    server.add({ type: 'message', from: 'agent', text: 'one' });
    const { until, chat } = open(server);
    await until((view) => view.connection === 'live');
    server.stream('event: delta\ndata: {"effectId":"e1","offset":0,"text":"half a rep"}\n\n');
    await until((view) => view.conversation.growing !== null);
    server.dropStreams();
    server.add({ type: 'message', from: 'agent', text: 'two' });
    const view = await until((now) => now.conversation.lastSeq === 2);
    expect(texts(view)).toEqual(['one', 'two']);
    expect(view.conversation.growing).toBeNull();
    chat.close();
  });

  it('stops an answer, and says so when the server could not be told', async () => {
    const server = createServer();
    const { until, chat } = open(server);
    await until((view) => view.connection === 'live');
    expect(await chat.stop()).toBe(true);
    expect(server.stops).toBe(1);
    server.isKnown = false;
    expect(await chat.stop()).toBe(false);
    chat.close();
  });

  it('connects anew on waking, as the old connection may be dead without knowing', async () => {
    const server = createServer();
    server.add({ type: 'message', from: 'agent', text: 'one' });
    const { until, chat, wakers } = open(server);
    await until((view) => view.connection === 'live');
    server.muteStreams();
    server.add({ type: 'message', from: 'agent', text: 'two' });
    for (const wake of wakers) wake();
    expect(texts(await until((view) => view.conversation.lastSeq === 2))).toEqual(['one', 'two']);
    chat.close();
  });

  it('sends what was written offline in order, and nothing twice when a reply is lost', async () => {
    const server = createServer();
    server.outages.push('offline', 'lost', 'offline');
    const { until, chat } = open(server);
    for (const text of ['one', 'two', 'three']) chat.send({ body: { text }, text });
    const view = await until((now) => now.conversation.entries.length === 3);
    expect(texts(view)).toEqual(['one', 'two', 'three']);
    expect(server.received.map(({ clientMessageId }) => clientMessageId)).toEqual(['c1', 'c2', 'c3']);
    await until((now) => now.outbox.length === 0);
    chat.close();
  });

  it('sends after a reload what the page before could not', async () => {
    const server = createServer();
    const memory = createMemory(null);
    const first = open(server, memory);
    await first.until((view) => view.connection === 'live');
    server.outages.push('offline');
    first.chat.send({ body: { text: 'kept' }, text: 'kept' });
    first.chat.close();
    const second = open(server, memory);
    expect(texts(await second.until((view) => view.conversation.entries.length === 1))).toEqual(['kept']);
    second.chat.close();
  });

  it('waits as long as a busy server asks', async () => {
    const server = createServer();
    server.outages.push(problem(429, 'rate_limited', { 'retry-after': '7' }));
    const { until, chat, pauses } = open(server);
    chat.send({ body: { text: 'hi' }, text: 'hi' });
    await until((view) => view.conversation.entries.length === 1);
    expect(pauses).toContain(7000);
    chat.close();
  });

  it('shows a refused message with the reason and goes on with the next', async () => {
    const server = createServer();
    server.outages.push(problem(400, 'invalid_request'));
    const { until, chat } = open(server);
    chat.send({ body: { text: 'bad' }, text: 'bad' });
    chat.send({ body: { text: 'good' }, text: 'good' });
    const view = await until((now) => texts(now).includes('good') && now.outbox.length === 1);
    expect(view.outbox).toMatchObject([{ text: 'bad', status: 'refused', reason: 'because of invalid_request' }]);
    chat.discard('c1');
    expect(chat.view().outbox).toEqual([]);
    chat.close();
  });

  it('learns from a refused message that the session has ended', async () => {
    const server = createServer();
    const { until, chat } = open(server);
    await until((view) => view.connection === 'live');
    server.dropStreams();
    server.events.push({ seq: 1, at, type: 'sessionEnded', reason: 'inactivity' });
    server.outages.push(problem(409, 'session_ended'));
    chat.send({ body: { text: 'late' }, text: 'late' });
    const view = await until((now) => now.conversation.endReason !== null && now.outbox[0]?.status === 'refused');
    expect(view.conversation.endReason).toBe('inactivity');
    chat.close();
  });

  it('says so when the session is not known any more', async () => {
    const server = createServer();
    server.isKnown = false;
    const { until } = open(server);
    expect((await until((view) => view.connection === 'gone')).isLoaded).toBe(false);
  });
});
