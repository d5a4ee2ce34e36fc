import cors from '@fastify/cors';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import type * as z from 'zod/mini';
import { accountRoutes } from './account-routes.ts';
import { answerProblems, badAddress, problemAnswer } from './answer-problems.ts';
import { closeIdleConnections } from './close-idle-connections.ts';
import { consoleRoutes } from './console-routes.ts';
import { dashboardRoutes } from './dashboard-routes.ts';
import { deploymentRoutes } from './deployment-routes.ts';
import type { HttpDeps } from './deps.ts';
import { describeApi } from './describe-api.ts';
import { flowRoutes } from './flow-routes.ts';
import { acceptJson } from './json-body.ts';
import { limitBodies } from './limit-bodies.ts';
import { memberRoutes } from './member-routes.ts';
import { modelRoutes } from './model-routes.ts';
import { operationRoutes } from './operation-routes.ts';
import { pageRoutes } from './page-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { rateLimits } from './rate-limits.ts';
import { parsePart, RequestInvalid } from './request-invalid.ts';
import { sessionRoutes } from './session-routes.ts';
import { sourceRoutes } from './source-routes.ts';
import { twinRoutes } from './twin-routes.ts';
import { visitRoutes } from './visit-routes.ts';
import { workspaceRoutes } from './workspace-routes.ts';

/** The HTTP server, ready to listen. */
export async function buildApp(deps: HttpDeps): Promise<FastifyInstance> {
  const { ctx } = deps;
  const answer = problemAnswer(ctx);
  const app = fastify({
    logger: false,
    trustProxy: trustedProxies(deps.trustProxy),
    genReqId: () => ctx.ids.next('req'),
    routerOptions: { maxParamLength: 500 },
    // That of the slowest upload; what bounds other routes is limitBodies.
    requestTimeout: (ctx.sourceLimits.uploadMinutes + 1) * 60_000,
    frameworkErrors: (_error, request, reply) => {
      answer(badAddress(), request, reply.header('x-request-id', request.id));
    },
  });
  app.decorateRequest('actor', null);
  app.decorateRequest('sessionToken', '');
  app.setValidatorCompiler<z.core.$ZodType>(
    ({ schema }) =>
      (part) =>
        validated(schema, part),
  );
  app.setSerializerCompiler(serializerCompiler);
  secureHeaders(app, ctx.publicUrl);
  acceptJson(app);
  answerProblems(app, answer);
  measureRequests(app, deps);
  closeIdleConnections(app);
  limitBodies(app, ctx.clock);

  await app.register(rateLimit, { global: false });
  await app.register(cors, {
    delegator: (request, done) =>
      done(null, {
        origin: request.url.startsWith('/visit/'),
        allowedHeaders: ['authorization', 'content-type', 'last-event-id'],
        exposedHeaders: ['retry-after', 'x-request-id'],
        maxAge: 600,
      }),
  });
  await describeApi(app, ctx.publicUrl);
  const limits = rateLimits(app, deps.hasRateLimits);
  flowRoutes(app, deps, limits);
  twinRoutes(app, deps, limits);
  sourceRoutes(app, deps, limits);
  modelRoutes(app, deps, limits);
  deploymentRoutes(app, deps, limits);
  sessionRoutes(app, deps, limits);
  peopleRoutes(app, deps, limits);
  dashboardRoutes(app, deps, limits);
  workspaceRoutes(app, deps, limits);
  memberRoutes(app, deps, limits);
  visitRoutes(app, deps, limits);
  await accountRoutes(app, deps);
  operationRoutes(app, deps);
  await pageRoutes(app, deps, limits);
  await consoleRoutes(app, deps);
  return app;
}

/** A number says how many proxies stand in front of this server. */
function trustedProxies(trust: HttpDeps['trustProxy']) {
  return typeof trust === 'number' ? (_address: string, hop: number) => hop < trust : trust;
}

/** A body that is absent reaches this as null. */
function validated(schema: z.core.$ZodType, part: unknown): { value: unknown } | { error: Error } {
  try {
    return { value: parsePart(schema, part ?? undefined) };
  } catch (error) {
    if (error instanceof RequestInvalid) return { error };
    throw error;
  }
}

function measureRequests(app: FastifyInstance, { ctx }: HttpDeps): void {
  app.addHook('onResponse', (request, reply, next) => {
    const route = request.routeOptions.url ?? 'unknown';
    ctx.metrics.time('httpRequest', { method: request.method, route, status: reply.statusCode }, reply.elapsedTime);
    next();
  });
}

/** On the way in, so that an answer that is refused anywhere has them too. */
function secureHeaders(app: FastifyInstance, publicUrl: string): void {
  const headers = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    ...(publicUrl.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
  };
  app.addHook('onRequest', (request, reply, next) => {
    reply.headers(headers).header('x-request-id', request.id);
    next();
  });
}
