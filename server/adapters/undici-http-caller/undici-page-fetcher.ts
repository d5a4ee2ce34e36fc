import { lookup } from 'node:dns/promises';
import { Agent, fetch, type Response } from 'undici';
import { UpstreamError } from '../../errors.ts';
import type { FetchedPage, PageFetcher } from '../../ports/page-fetcher.ts';
import { callFailure, refusal, timeoutFailure } from './call-failure.ts';
import { guardedConnector, type Resolve } from './guarded-connector.ts';
import { callableUrl } from './hops.ts';
import { retryAfterMs } from './retry-after.ts';

export interface UndiciPageFetcher extends PageFetcher {
  /** Ends idle and running connections. */
  close(): Promise<void>;
}

/** `allow` lists hosts (`host` or `host:port`) that may be private; everything else must be a public address. */
export function undiciPageFetcher(options: { allow: readonly string[]; resolve?: Resolve }): UndiciPageFetcher {
  const resolve = options.resolve ?? ((hostname) => lookup(hostname, { all: true }));
  const agent = new Agent({ connect: guardedConnector(options.allow, resolve) });
  return {
    fetch: (url, limits) => fetchWithin(agent, callableUrl(url), limits),
    close: () => agent.destroy(),
  };
}

type Limits = Parameters<PageFetcher['fetch']>[1];

async function fetchWithin(agent: Agent, url: URL, { bytes, timeMs }: Limits): Promise<FetchedPage> {
  const signal = AbortSignal.timeout(timeMs);
  try {
    const response = await fetch(url, { dispatcher: agent, signal, headers });
    const [contentType = '', ...parameters] = (response.headers.get('content-type') ?? '').split(';');
    return {
      url: response.url || url.href,
      status: response.status,
      contentType: contentType.trim().toLowerCase(),
      charset: /charset="?([^\s";]+)/i.exec(parameters.join(';'))?.[1],
      retryAfterMs: retryAfterMs(response.headers),
      bytes: await bodyOf(response, url.host, bytes),
    };
  } catch (error) {
    if (signal.aborted) throw timeoutFailure(url.host, timeMs);
    if (error instanceof UpstreamError) throw error;
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    // What the network says has a code; what has none is refused by the rules of fetch, every time anew.
    if (cause instanceof Error && !(cause instanceof UpstreamError) && !('code' in cause)) {
      throw refusal(`${url.host} cannot be called: ${cause.message}.`, cause);
    }
    throw callFailure(url.host, cause);
  }
}

const headers = {
  accept: 'text/html, text/markdown;q=0.9, text/plain;q=0.8, application/pdf;q=0.8, */*;q=0.1',
  'user-agent': 'Parley',
};

/** What was unpacked is what counts, so that a small compressed body cannot become a large one. */
async function bodyOf(response: Response, host: string, bytesAtMost: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > bytesAtMost) throw refusal(`${host} answered with more than ${Math.round(bytesAtMost / 1000)} kB.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
