import type { ErrorCode } from '../../contract/error-codes.ts';

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

/** A request to the server this page came from. */
export interface Call {
  /** Below `/visit/v1/`. */
  readonly path: string;
  /** Sent by POST when present. */
  readonly body?: unknown;
  readonly token?: string;
  /** Lets the request outlive the page. */
  readonly keepalive?: boolean;
}

const answerWithinMs = 20_000;

/** Calls the visitor API; every outcome is a value. */
export async function call<Value>(
  fetchFrom: typeof fetch,
  { path, body, token, keepalive }: Call,
): Promise<Result<Value>> {
  try {
    const response = await fetchFrom(addressOf(path), {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), keepalive }),
      headers: { ...authorization(token), 'content-type': 'application/json' },
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

export function addressOf(path: string): string {
  return `/visit/v1/${path}`;
}

export function authorization(token: string | undefined): Record<string, string> {
  return token ? { authorization: `Bearer ${token}` } : {};
}

async function readFailure(response: Response): Promise<Failure> {
  const problem: unknown = await response.json().catch(() => null);
  const { code, detail } = typeof problem === 'object' && problem !== null ? (problem as Record<string, unknown>) : {};
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return {
    ok: false,
    // Without a code the answer is not our server's but that of something before it, which may recover.
    code: typeof code === 'string' ? (code as ErrorCode) : 'unavailable',
    detail: typeof detail === 'string' ? detail : '',
    retryAfterMs: seconds >= 0 ? seconds * 1000 : null,
  };
}
