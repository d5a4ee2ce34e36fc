import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import * as z from 'zod/mini';
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from '../../contract/endpoint.ts';
import { problemSchema } from '../../contract/problem.ts';
import type { Actor } from '../ports/actor.ts';
import { authorize } from './authorize.ts';
import type { HttpDeps } from './deps.ts';
import { replyOnce } from './idempotent-replies.ts';
import { parsePart } from './request-invalid.ts';
import { acceptStreams } from './streamed-body.ts';

const defaultBodyLimitBytes = 64 * 1024;
const noFields = z.strictObject({});

type Limit = (request: FastifyRequest) => Promise<void>;

/** A parsed request of an endpoint. */
export interface Incoming<E> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  /** Set on owner endpoints, which is where handlers may take it. */
  readonly actor: Actor;
  /** Set on session endpoints. */
  readonly token: string;
  readonly raw: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Makes routes of endpoints: authorization and validation come from their data. The usual limits hold for each that names no others. */
export function mounter(app: FastifyInstance, deps: HttpDeps, usualLimits: readonly Limit[] = []) {
  return <E extends Endpoint>(
    endpoint: E,
    handle: (incoming: Incoming<E>) => Promise<ReplyOf<E>>,
    limits = usualLimits,
  ): void => {
    const route = routeOf(deps, endpoint, handle, limits);
    const { bodyType } = endpoint;
    if (bodyType === undefined) {
      app.route(route);
      return;
    }
    app.register(async (streaming) => {
      acceptStreams(streaming, bodyType);
      streaming.route(route);
    });
  };
}

function routeOf<E extends Endpoint>(
  deps: HttpDeps,
  endpoint: E,
  handle: (incoming: Incoming<E>) => Promise<ReplyOf<E>>,
  limits: readonly Limit[],
): RouteOptions {
  const { method, path, auth, params, query, body, bodyType, status, reply: replySchema } = endpoint;
  return {
    method,
    url: path,
    bodyLimit: endpoint.bodyLimitBytes ?? defaultBodyLimitBytes,
    schema: {
      ...(params && { params }),
      querystring: query ?? noFields,
      ...(body && { body }),
      response: { ...(replySchema && { [status]: replySchema }), default: problemSchema },
    },
    onRequest: async (request) => {
      await authorize(deps, auth, request);
      for (const limit of limits) await limit(request);
    },
    preValidation: async (request) => {
      if (!body && !bodyType && request.body !== undefined) parsePart(noFields, request.body);
    },
    handler: async (request, reply) => {
      const incoming: Incoming<E> = {
        params: request.params as ParamsOf<E>,
        query: request.query as QueryOf<E>,
        body: request.body as BodyOf<E>,
        actor: request.actor as Actor,
        token: request.sessionToken,
        raw: request,
        reply,
      };
      const answer = () => handle(incoming);
      const result =
        method === 'POST' && request.actor ? await replyOnce(deps.ctx, request, status, answer) : await answer();
      if (reply.sent) return reply;
      return reply.code(status).send(result);
    },
  };
}
