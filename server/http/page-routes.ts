import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type DeploymentSettings, storedSettings } from '../../contract/deployment-settings.ts';
import { modes } from '../../core/session/session-event.ts';
import { AppError } from '../errors.ts';
import type { HttpDeps } from './deps.ts';
import type { Limits } from './rate-limits.ts';

interface PageOfDeployment {
  Params: { key: string; '*'?: string };
}

/** What may follow a deployment's key: nothing or a mode, each with a slash or without. */
const addressesOfPage = new Set(['', ...modes.flatMap((mode) => [mode, `${mode}/`])]);

/** The pages for visitors, `/d/:key` and the embed's script, as they were built. */
export async function pageRoutes(app: FastifyInstance, deps: HttpDeps, limits: Limits): Promise<void> {
  const { webRoot } = deps;
  const visitorPage = await readFile(join(webRoot, 'visitor/index.html'), 'utf8');
  await app.register(fastifyStatic, {
    root: join(webRoot, 'visitor'),
    prefix: '/visitor-assets/',
    maxAge: '1y',
    immutable: true,
    index: false,
    preCompressed: true,
    setHeaders: (reply) => void reply.header('vary', 'accept-encoding'),
  });

  const visit = async (request: FastifyRequest<PageOfDeployment>, reply: FastifyReply) => {
    const { key, '*': rest = '' } = request.params;
    const context = await deps.ctx.store.visits.contextByKey(key);
    const isKnown = context?.platform === 'web';
    if (key === '' || !addressesOfPage.has(rest)) {
      const goTo = isKnown ? `/d/${encodeURIComponent(key)}` : undefined;
      throw new AppError(
        'not_found',
        `There is no such page. A deployment is at /d/<key>, or /d/<key>/${modes.join(', /d/<key>/')}.`,
        { goTo },
      );
    }
    const settings = context && storedSettings(context.settings);
    return html(reply, visitorPage, isKnown ? 200 : 404, frameAncestors(settings));
  };
  const onRequest = limits.pagesPerAddress;
  app.get<PageOfDeployment>('/d/:key', { onRequest }, visit);
  app.get<PageOfDeployment>('/d/:key/*', { onRequest }, visit);

  app.get('/embed.js', async (_request, reply) =>
    reply
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin')
      .sendFile('embed.js', join(webRoot, 'embed'), { maxAge: '5m', immutable: false }),
  );
}

function html(reply: FastifyReply, page: string, status: number, ancestors: string): FastifyReply {
  return reply
    .code(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .header(
      'content-security-policy',
      `default-src 'self'; img-src * data:; media-src *; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors ${ancestors}`,
    )
    .send(page);
}

/** Who may show the page in a frame: the named sites, or any where none is named. */
function frameAncestors(settings: DeploymentSettings | null): string {
  const allowed = settings?.appearance.allowedDomains ?? [];
  return allowed.length === 0 ? '*' : ["'self'", ...allowed].join(' ');
}
