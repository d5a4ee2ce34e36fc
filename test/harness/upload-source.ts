import { ReadableStream } from 'node:stream/web';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Json } from './http-client.ts';
import type { Owner } from './parley-client.ts';
import { until } from './until.ts';

/** A file sent as it is; a stream of pieces goes without saying how many bytes there are. */
export async function uploadSource(
  place: { readonly url: string; readonly key: string },
  name: string,
  content: Uint8Array | string | AsyncIterable<Uint8Array>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const isStream = typeof content !== 'string' && !(content instanceof Uint8Array);
  const response = await fetch(`${place.url}/api/v1/sources/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: isStream ? ReadableStream.from(content) : Buffer.from(content),
    headers: { authorization: `Bearer ${place.key}`, 'content-type': 'application/octet-stream', ...headers },
    ...(isStream && { duplex: 'half' }),
  } as RequestInit);
  return { status: response.status, body: await response.json(), headers: response.headers };
}

/** The source once it is read, or could not be. */
export function readingEnds({ must }: Owner, id: string): Promise<Json> {
  return until(
    () => must(200, 'GET', `/api/v1/sources/${id}`),
    ({ status }: Json) => status === 'ready' || status === 'failed',
  );
}

/** So many bytes, little by little. */
export async function* endlessly(pieces: number, bytes: number): AsyncIterable<Uint8Array> {
  for (let sent = 0; sent < pieces; sent += 1) {
    yield Buffer.alloc(bytes, 'a');
    await pause(1);
  }
}
