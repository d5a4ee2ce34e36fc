import { lookup } from 'node:dns/promises';
import { Agent, fetch as undiciFetch } from 'undici';
import { guardedConnector, type Resolve } from './guarded-connector.ts';

export interface GuardedFetch {
  readonly fetch: typeof fetch;
  /** Ends idle and running connections. */
  close(): Promise<void>;
}

/**
 * `fetch` for addresses that owners choose: only public ones and those of `allow` are called, redirects are not
 * followed (they would carry keys elsewhere), and a reply above the limit is broken off.
 */
export function guardedFetch(options: {
  readonly allow: readonly string[];
  readonly replyBytes: number;
  readonly resolve?: Resolve;
}): GuardedFetch {
  const resolve = options.resolve ?? ((hostname) => lookup(hostname, { all: true }));
  const agent = new Agent({
    connect: guardedConnector(options.allow, resolve),
    maxResponseSize: options.replyBytes,
    // How long a reply may take is the caller's to say.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const guarded = (input: Parameters<typeof undiciFetch>[0], init?: Parameters<typeof undiciFetch>[1]) =>
    undiciFetch(input, { ...init, redirect: 'error', dispatcher: agent });
  return {
    // Node's own types of fetch are those of an older undici.
    fetch: guarded as unknown as typeof fetch,
    close: () => agent.destroy(),
  };
}
