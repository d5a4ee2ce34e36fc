import type * as z from 'zod/mini';
import type { Scope } from './scopes.ts';

export type Schema = z.core.$ZodType;

/** Who may call: an owner (API key or console cookie) with a scope, the holder of a session token, or anyone. */
export type Auth =
  | { readonly kind: 'owner'; readonly scope: Scope }
  | { readonly kind: 'session' }
  | { readonly kind: 'public' };

/** One HTTP endpoint as data: the server's routes, the OpenAPI description and the typed client are made from it. */
export interface Endpoint<
  Params extends Schema = Schema,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
  Reply extends Schema = Schema,
> {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path with `:name` parameters. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly auth: Auth;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly status: 200 | 201 | 202 | 204;
  readonly reply?: Reply;
  /** What kind of text the reply is where it is streamed and not one checked document. */
  readonly replyType?: 'text/event-stream' | 'text/csv' | 'application/json';
  /** What the body is where it is not JSON: it is then streamed, and its handler bounds it. */
  readonly bodyType?: 'application/octet-stream';
  /** Largest body accepted, in bytes; 64 KiB when absent. */
  readonly bodyLimitBytes?: number;
}

/** Declares an endpoint, keeping the exact types of its schemas. */
export function endpoint<
  const P extends Schema,
  const Q extends Schema,
  const B extends Schema,
  const R extends Schema,
>(definition: Endpoint<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return definition;
}

/** The endpoint with a body that is no JSON, which a client sends as it is. */
export function streamed<const E extends Endpoint, const Type extends NonNullable<Endpoint['bodyType']>>(
  bodyType: Type,
  endpoint: E,
): E & { readonly bodyType: Type } {
  return { ...endpoint, bodyType };
}

/** What a handler of the endpoint receives, and what a client sends. */
export type ParamsOf<E> = E extends Endpoint<infer P, Schema, Schema, Schema> ? z.infer<P> : never;
export type QueryOf<E> = E extends Endpoint<Schema, infer Q, Schema, Schema> ? z.infer<Q> : never;
export type BodyOf<E> = E extends Endpoint<Schema, Schema, infer B, Schema> ? z.infer<B> : never;
export type ReplyOf<E> = E extends Endpoint<Schema, Schema, Schema, infer R> ? z.infer<R> : never;
