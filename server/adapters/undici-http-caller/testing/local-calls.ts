import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import { UpstreamError } from '../../../errors.ts';
import type { OutgoingRequest } from '../../../ports/http-caller.ts';
import type { Resolve } from '../guarded-connector.ts';
import { type UndiciHttpCaller, undiciHttpCaller } from '../undici-http-caller.ts';

interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server on loopback that notes what it receives, until the test is over. */
export async function serve(answer: RequestListener) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(close);
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, port, received, close };
}

export function callerWith(options: { allow?: string[]; resolve?: Resolve }): UndiciHttpCaller {
  const caller = undiciHttpCaller({ allow: [], ...options });
  onTestFinished(() => caller.close());
  return caller;
}

export function get(url: string, more: Partial<OutgoingRequest> = {}): OutgoingRequest {
  return { method: 'GET', url, headers: {}, timeoutMs: 5000, idempotencyKey: 'eff_1', ...more };
}

export async function failureOf(call: Promise<unknown>): Promise<UpstreamError> {
  const failure = await call.then(
    () => null,
    (error) => error,
  );
  expect(failure).toBeInstanceOf(UpstreamError);
  expect(failure.provider).toBe('http');
  return failure;
}

/** Finds every name on this machine. */
export const loopback: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];
