import type { FastifyInstance } from 'fastify';
import { AppError } from '../errors.ts';
import type { HttpDeps } from './deps.ts';

/** Liveness, readiness and metrics, for whoever operates the server. */
export function operationRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async () => {
    if (!deps.isReady()) throw new AppError('unavailable', 'The server is starting or stopping.');
    await deps.ctx.store.ping().catch(() => {
      throw new AppError('unavailable', 'The database does not answer.');
    });
    return { status: 'ready' };
  });
  app.get('/metrics', async (_request, reply) => {
    const { contentType, body } = await deps.metricsText();
    return reply.header('content-type', contentType).send(body);
  });
}
