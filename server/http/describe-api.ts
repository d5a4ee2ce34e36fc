import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';

/** Describes every endpoint mounted after this in OpenAPI 3.1, at `/api/openapi.json`, with a page at `/api/docs`. */
export async function describeApi(app: FastifyInstance, publicUrl: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Parley',
        version: '1',
        description: 'Build, publish, deploy and watch conversations. Errors are RFC 9457 problems with a stable code.',
      },
      servers: [{ url: publicUrl }],
      components: {
        securitySchemes: {
          owner: { type: 'http', scheme: 'bearer', description: 'An API key of the workspace.' },
          session: { type: 'http', scheme: 'bearer', description: 'The token from the start of a session.' },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
