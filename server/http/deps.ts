import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';
import type { Engine } from '../sessions/engine.ts';
import type { EventStreams } from './event-stream.ts';

/** Signing in to the console, which the accounts library does. */
export interface Auth {
  /** Who is signed in, from a request's cookies. */
  sessionOf(headers: IncomingHttpHeaders): Promise<{ userId: string; name: string } | null>;
  /** Signs a new account in: the cookies to set. */
  signIn(email: string, password: string): Promise<string[] | null>;
  /** Answers everything below `/api/auth/`. */
  nodeHandler(request: IncomingMessage, response: ServerResponse, clientAddress: string): Promise<void>;
}

/** What the HTTP shell is given. */
export interface HttpDeps {
  readonly ctx: Context;
  readonly engine: Engine;
  readonly streams: EventStreams;
  readonly auth: Auth;
  readonly hasRateLimits: boolean;
  readonly trustProxy: boolean | number | string[];
  /** Folder of the built browser code. */
  readonly webRoot: string;
  /** Prometheus text of all metrics. */
  readonly metricsText: () => Promise<{ contentType: string; body: string }>;
  /** Whether the process is ready to serve: false while it starts and once it shuts down. */
  readonly isReady: () => boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The caller of an owner endpoint. */
    actor: Actor | null;
    /** The bearer token of a session endpoint. */
    sessionToken: string;
  }
}
