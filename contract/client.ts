import type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from './endpoint.ts';
import type { Problem } from './problem.ts';

/** What a call of the endpoint sends: only the parts it declares, and a query only where it asks for something. */
export type CallOf<E> = Part<'params', ParamsOf<E>> &
  Part<'query', QueryOf<E>> &
  Part<'body', SentBody<E>> & { readonly signal?: AbortSignal };

type SentBody<E> = E extends { readonly bodyType: string } ? Blob | Uint8Array<ArrayBuffer> : BodyOf<E>;

/** An endpoint without a part infers `unknown` for it; a part that may be left out entirely is optional. */
type Part<Name extends string, Value> = unknown extends Value
  ? { readonly [Key in Name]?: undefined }
  : undefined extends Value
    ? { readonly [Key in Name]?: Value }
    : // biome-ignore lint/complexity/noBannedTypes: the empty object is assignable exactly where every field is optional
      {} extends Value
      ? { readonly [Key in Name]?: Value }
      : { readonly [Key in Name]: Value };

// biome-ignore lint/complexity/noBannedTypes: as above
type CallArguments<E> = {} extends CallOf<E> ? [call?: CallOf<E>] : [call: CallOf<E>];

export interface Client {
  /** Calls an endpoint: its typed reply, `undefined` for 204. Rejects with a `ProblemError`, or as `fetch` does when nothing answered. */
  call<E extends Endpoint>(endpoint: E, ...call: CallArguments<E>): Promise<ReplyOf<E>>;
}

export interface ClientOptions {
  /** Sends the request; the global `fetch` unless given, which is how a caller adds credentials or watches the connection. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Origin of the server, without a slash at the end; the page's own when absent. */
  readonly baseUrl?: string;
}

/** A call that the server refused, with the reason it gave (RFC 9457). */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
  }
}

/**
 * A client made from the endpoints' data. It sends and trusts: requests are typed by the schemas, and replies are not
 * parsed again, since they come from the server that shares them.
 */
export function createClient(options: ClientOptions = {}): Client {
  const send = options.fetch ?? ((url, init) => fetch(url, init));
  return {
    async call<E extends Endpoint>(endpoint: E, ...[call]: CallArguments<E>): Promise<ReplyOf<E>> {
      const { params, query, body, signal } = (call ?? {}) as {
        params?: Record<string, unknown>;
        query?: Record<string, unknown>;
        body?: unknown;
        signal?: AbortSignal;
      };
      const response = await send(`${options.baseUrl ?? ''}${addressOf(endpoint, params, query)}`, {
        method: endpoint.method,
        signal,
        ...(body !== undefined && {
          body: endpoint.bodyType ? (body as Blob) : JSON.stringify(body),
          headers: { 'content-type': endpoint.bodyType ?? 'application/json' },
        }),
      });
      if (!response.ok) throw new ProblemError(await problemOf(response));
      return (response.status === 204 ? undefined : await response.json()) as ReplyOf<E>;
    },
  };
}

/** The endpoint's path with its parameters filled in, and the query that is not undefined. */
export function addressOf(
  endpoint: Pick<Endpoint, 'path'>,
  params: Readonly<Record<string, unknown>> = {},
  query: Readonly<Record<string, unknown>> = {},
): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const search = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString();
  return search ? `${path}?${search}` : path;
}

/** The problem of a refused call. What stands between, such as a proxy, may answer in words of its own. */
async function problemOf(response: Response): Promise<Problem> {
  const isProblem = response.headers.get('content-type')?.includes('json') ?? false;
  const answer: unknown = isProblem ? await response.json().catch(() => null) : null;
  if (typeof answer === 'object' && answer !== null && 'code' in answer && 'detail' in answer) return answer as Problem;
  return {
    type: 'about:blank',
    title: 'Unavailable',
    status: response.status,
    code: response.status >= 500 ? 'unavailable' : 'internal',
    detail: `The server could not be reached properly (it answered ${response.status}). Try again in a moment.`,
  };
}
