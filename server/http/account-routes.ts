import type { FastifyInstance } from 'fastify';
import type { HttpDeps } from './deps.ts';

/** Signing in and out: handed whole to the accounts library, which reads the body itself. */
export async function accountRoutes(app: FastifyInstance, deps: HttpDeps): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      handler: async (request, reply) => {
        reply.hijack();
        await deps.auth.nodeHandler(request.raw, reply.raw, request.ip);
      },
    });
  });
}
