import type { Json } from './http-client.ts';

/** A session's live stream, read in the background. */
export interface ReadStream {
  /** Every event so far, once one fits. */
  until(fits: (event: Json) => boolean): Promise<Json[]>;
  /** Resolves with every event when the server ends the stream. */
  readonly ended: Promise<Json[]>;
  close(): Promise<void>;
}

/** Follows a session's events over SSE from a seq on: the visitor's, or the owners' below `/api/v1` with a key for a token. */
export function readStream(
  url: string,
  session: { id: string; token: string },
  after: number,
  base: '/visit/v1' | '/api/v1' = '/visit/v1',
): ReadStream {
  const abort = new AbortController();
  const events: Json[] = [];
  let wake = () => {};
  const ended = follow().catch((error: unknown) => {
    if (!abort.signal.aborted) throw error;
    return events;
  });

  async function follow(): Promise<Json[]> {
    const response = await fetch(`${url}${base}/sessions/${session.id}/events?after=${after}`, {
      headers: { authorization: `Bearer ${session.token}`, accept: 'text/event-stream' },
      signal: abort.signal,
    });
    if (!response.ok || !response.body) throw new Error(`the stream answered ${response.status}`);
    let text = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = block.split('\n').find((line) => line.startsWith('data: '));
        if (data) events.push(JSON.parse(data.slice(6)));
      }
      wake();
    }
    return events;
  }

  return {
    ended,
    async until(fits) {
      for (;;) {
        if (events.some(fits)) return [...events];
        await Promise.race([
          new Promise<void>((resolve) => {
            wake = resolve;
          }),
          ended.then(() => {
            if (!events.some(fits)) throw new Error(`the stream ended: ${JSON.stringify(events)}`);
          }),
        ]);
      }
    },
    async close() {
      abort.abort();
      await ended;
    },
  };
}
