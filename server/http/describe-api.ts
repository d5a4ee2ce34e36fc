import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import type { OpenAPIV3 } from 'openapi-types';
import type { Endpoint } from '../../contract/endpoint.ts';
import { endpoints } from '../../contract/endpoints.ts';
import { openApiDocument } from './openapi-document.ts';

/** The page brings one style of its own, which this names. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Without the bar of the page's makers, whose name and address field are not Parley's. */
const theme = {
  title: 'Parley API',
  css: [{ filename: 'parley.css', content: '.swagger-ui .topbar { display: none }' }],
};

/** Serves the description of every endpoint at `/api/openapi.json`, and a page that shows it at `/api/docs`. */
export async function describeApi(app: FastifyInstance, publicUrl: string): Promise<void> {
  const all: readonly Endpoint[] = Object.values(endpoints);
  const document = openApiDocument(all, publicUrl);
  // The plugin's types know OpenAPI 3.1 only where the plugin itself makes the description.
  const specification = { document: document as unknown as OpenAPIV3.Document };
  await app.register(swagger, { mode: 'static', specification });
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: contentSecurityPolicy, theme });
  app.get('/api/openapi.json', async () => document);
}
