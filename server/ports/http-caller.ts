import type { JsonValue } from '../../core/json.ts';
import type { CallHttpEffect } from '../../core/session/effect.ts';

export interface OutgoingRequest extends Pick<CallHttpEffect, 'method' | 'url' | 'headers' | 'body'> {
  /** For the whole call, redirects included. */
  readonly timeoutMs: number;
  readonly idempotencyKey: string;
}

export interface IncomingResponse {
  readonly status: number;
  /** Parsed JSON where the response says so, else text; null for none. At most 64 kB was read. */
  readonly body: JsonValue;
}

/** Calls addresses that authors wrote. Refuses private, loopback, link-local and metadata addresses, after DNS and after every redirect; throws `UpstreamError` with `provider: 'http'` and a reason for people when no response came, or the response is over 64 kB. */
export interface HttpCaller {
  call(request: OutgoingRequest): Promise<IncomingResponse>;
}
