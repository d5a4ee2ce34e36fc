import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { AppError } from '../errors.ts';
import type { HttpDeps } from './deps.ts';

/** First parts of the console's addresses. What is not among them is nobody's, and answers as such. */
const places = [
  'join',
  'sign-in',
  'forgot-password',
  'reset-password',
  'flows',
  'twins',
  'sources',
  'deployments',
  'dashboard',
  'sessions',
  'people',
  'settings',
];

/**
 * Styles alone may stand in the page itself: dialogs hold the page still and toasts bring their look by `<style>`.
 * Pictures come from anywhere, since authors use their own.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  'img-src * data: blob:',
  'media-src *',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The owners' console: one page that finds its own way, at every address of the console. */
export async function consoleRoutes(app: FastifyInstance, { webRoot }: HttpDeps): Promise<void> {
  const root = join(webRoot, 'console');
  await app.register(fastifyStatic, {
    root,
    prefix: '/console-assets/',
    maxAge: '1y',
    immutable: true,
    index: false,
    preCompressed: true,
    setHeaders: (reply) => void reply.header('vary', 'accept-encoding'),
    decorateReply: false,
  });
  const answer = async (_request: unknown, reply: FastifyReply) =>
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('content-security-policy', contentSecurityPolicy)
      .send(await readFile(join(root, 'index.html'), 'utf8'));
  app.get('/', answer);
  app.get('/favicon.ico', async (_request, reply) => {
    const [, icon] =
      /<link rel="icon"[^>]* href="([^"]+)"/.exec(await readFile(join(root, 'index.html'), 'utf8')) ?? [];
    if (icon === undefined) throw new AppError('not_found', 'There is no such picture.');
    return reply.header('cache-control', 'public, max-age=86400').redirect(icon);
  });
  for (const place of places) {
    app.get(`/${place}`, answer);
    app.get(`/${place}/*`, answer);
  }
}
