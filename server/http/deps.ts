import type { FastifyRequest } from 'fastify';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';
import type { Engine } from '../sessions/engine.ts';
import type { EventStreams } from './event-stream.ts';

/** Who is signed in to the console, from a request's cookies. */
export type SignedIn = (headers: FastifyRequest['headers']) => Promise<{ userId: string; name: string } | null>;

/** What the HTTP shell is given. */
export interface HttpDeps {
  readonly ctx: Context;
  readonly engine: Engine;
  readonly streams: EventStreams;
  readonly signedIn: SignedIn;
  /** Signs a new account in: the cookies to set. */
  readonly signIn: (email: string, password: string) => Promise<string[]>;
  readonly hasRateLimits: boolean;
  readonly trustProxy: boolean;
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
