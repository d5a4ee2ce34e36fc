import { lookup } from 'node:dns/promises';
import { Agent, type Dispatcher } from 'undici';
import type { HttpCaller, IncomingResponse, OutgoingRequest } from '../../ports/http-caller.ts';
import { callFailure, refusal, timeoutFailure } from './call-failure.ts';
import { guardedConnector, type Resolve } from './guarded-connector.ts';
import { firstHop, type Hop, nextHop } from './hops.ts';
import { bodyLimitBytes, readBody } from './read-body.ts';

const redirectLimit = 5;

export interface UndiciHttpCaller extends HttpCaller {
  /** Ends idle and running connections. */
  close(): Promise<void>;
}

/** `allow` lists hosts (`host` or `host:port`) that may be private; everything else must be a public address. */
export function undiciHttpCaller(options: { allow: readonly string[]; resolve?: Resolve }): UndiciHttpCaller {
  const resolve = options.resolve ?? ((hostname) => lookup(hostname, { all: true }));
  const agent = new Agent({ connect: guardedConnector(options.allow, resolve), maxResponseSize: bodyLimitBytes });
  return {
    call: (request) => callWithin(agent, request),
    close: () => agent.destroy(),
  };
}

async function callWithin(agent: Agent, request: OutgoingRequest): Promise<IncomingResponse> {
  const start = firstHop(request);
  const deadline = AbortSignal.timeout(request.timeoutMs);
  // undici notices an abort only once connected; racing covers name resolution and connecting too.
  const late = new Promise<never>((_, reject) => {
    deadline.addEventListener('abort', () => reject(timeoutFailure(start.url.host, request.timeoutMs)), { once: true });
  });
  return Promise.race([follow(agent, start, deadline), late]);
}

async function follow(agent: Agent, start: Hop, deadline: AbortSignal): Promise<IncomingResponse> {
  let hop = start;
  for (let redirects = 0; redirects <= redirectLimit; redirects += 1) {
    const response = await send(agent, hop, deadline);
    const next = nextHop(hop, response.statusCode, response.headers.location);
    if (next === null) return receive(hop, response);
    await response.body.dump();
    hop = next;
  }
  throw refusal(`${start.url.host} redirected more than ${redirectLimit} times.`);
}

async function send(agent: Agent, hop: Hop, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
  try {
    const { url, method, headers, body } = hop;
    return await agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method,
      headers,
      body,
      signal,
    });
  } catch (error) {
    throw callFailure(hop.url.host, error);
  }
}

async function receive(hop: Hop, response: Dispatcher.ResponseData): Promise<IncomingResponse> {
  try {
    return { status: response.statusCode, body: await readBody(response) };
  } catch (error) {
    throw callFailure(hop.url.host, error);
  }
}
