import type { BodyOf, ReplyOf } from '../contract/endpoint.ts';
import type { ErrorCode } from '../contract/error-codes.ts';
import type { visitEndpoints } from '../contract/visit.ts';

type Endpoints = typeof visitEndpoints;
type Body<Name extends keyof Endpoints> = BodyOf<Endpoints[Name]>;
type Reply<Name extends keyof Endpoints> = ReplyOf<Endpoints[Name]>;

/** Why a call did not succeed: `unreachable` when no answer came, else the server's own code. */
export interface Failure {
  readonly ok: false;
  readonly code: ErrorCode | 'unreachable';
  /** Words of the server for people; empty when it gave none. */
  readonly detail: string;
  /** How long the server asks to wait. */
  readonly retryAfterMs: number | null;
}
export type Result<Value> = { readonly ok: true; readonly value: Value } | Failure;

/** Calls for anyone, and those of one session. */
export interface VisitApi {
  decide(key: string, body: Body<'decideVisit'>): Promise<Result<Reply<'decideVisit'>>>;
  start(key: string, body: Body<'startSession'>): Promise<Result<Reply<'startSession'>>>;
  session(id: string, token: string): SessionApi;
}
export interface SessionApi {
  read(): Promise<Result<Reply<'readSession'>>>;
  send(body: Body<'sendMessage'>): Promise<Result<Reply<'sendMessage'>>>;
  takeAction(actionId: string): Promise<Result<Reply<'takeAction'>>>;
  end(): Promise<Result<Reply<'endSession'>>>;
  /** The live stream; throws when no answer comes. */
  openStream(after: number, signal: AbortSignal): Promise<Response>;
}
export type SendBody = Body<'sendMessage'>;
export type Decision = Reply<'decideVisit'>;

const answerWithinMs = 20_000;

/** The visitor API of the server this page came from. */
export function createVisitApi(fetchFrom: typeof fetch): VisitApi {
  const post = <Value>(path: string, body: unknown, token?: string, keepalive = false) =>
    call<Value>(fetchFrom, path, { method: 'POST', body: JSON.stringify(body), keepalive }, token);
  return {
    decide: (key, body) => post(`deployments/${encodeURIComponent(key)}/decision`, body),
    start: (key, body) => post(`deployments/${encodeURIComponent(key)}/sessions`, body),
    session(id, token) {
      const path = `sessions/${encodeURIComponent(id)}`;
      return {
        read: () => call(fetchFrom, path, {}, token),
        send: (body) => post(`${path}/messages`, body, token),
        // The visitor may leave the page with the same click.
        takeAction: (actionId) => post(`${path}/actions`, { actionId }, token, true),
        end: () => post(`${path}/end`, {}, token, true),
        openStream: (after, signal) =>
          fetchFrom(address(`${path}/events`), {
            headers: { ...headers(token), accept: 'text/event-stream', 'last-event-id': String(after) },
            cache: 'no-store',
            signal,
          }),
      };
    },
  };
}

async function call<Value>(
  fetchFrom: typeof fetch,
  path: string,
  init: RequestInit,
  token?: string,
): Promise<Result<Value>> {
  try {
    const response = await fetchFrom(address(path), {
      ...init,
      headers: { ...headers(token), ...(init.body ? { 'content-type': 'application/json' } : {}) },
      cache: 'no-store',
      signal: AbortSignal.timeout(answerWithinMs),
    });
    // The server is our own and of the same release: its reply has the contract's shape.
    if (response.ok) return { ok: true, value: (await response.json()) as Value };
    return await readFailure(response);
  } catch {
    return { ok: false, code: 'unreachable', detail: '', retryAfterMs: null };
  }
}

async function readFailure(response: Response): Promise<Failure> {
  const problem: unknown = await response.json().catch(() => null);
  const said = (name: string) =>
    typeof problem === 'object' && problem !== null ? (problem as Record<string, unknown>)[name] : undefined;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return {
    ok: false,
    code: typeof said('code') === 'string' ? (said('code') as ErrorCode) : codeOfStatus(response.status),
    detail: typeof said('detail') === 'string' ? String(said('detail')) : '',
    retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : null,
  };
}

/** What an answer means that did not come from our server but from something before it. */
function codeOfStatus(status: number): Failure['code'] {
  if (status === 401) return 'unauthenticated';
  if (status === 404) return 'not_found';
  if (status === 413) return 'too_large';
  if (status === 429) return 'rate_limited';
  return status >= 500 ? 'unavailable' : 'invalid_request';
}

function address(path: string): string {
  return `/visit/v1/${path}`;
}

function headers(token: string | undefined): Record<string, string> {
  return token ? { authorization: `Bearer ${token}` } : {};
}
