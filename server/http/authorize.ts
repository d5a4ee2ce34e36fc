import type { FastifyRequest } from 'fastify';
import type { Auth } from '../../contract/endpoint.ts';
import { actorOfAccount, actorOfKey, requireScope } from '../access/authenticate.ts';
import { AppError } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import type { HttpDeps } from './deps.ts';

type AuthorizeDeps = Pick<HttpDeps, 'ctx' | 'auth'>;

/** Lets a request through to an endpoint: an owner with the scope, a bearer of a session token, or anyone. */
export async function authorize(deps: AuthorizeDeps, auth: Auth, request: FastifyRequest): Promise<void> {
  switch (auth.kind) {
    case 'public':
      return;
    case 'session':
      request.sessionToken = requiredBearer(request, 'the session token from the start of the session');
      return;
    case 'owner': {
      const actor = await ownerOf(deps, request);
      requireScope(actor, auth.scope);
      request.actor = actor;
    }
  }
}

async function ownerOf(deps: AuthorizeDeps, request: FastifyRequest): Promise<Actor> {
  const key = bearer(request);
  if (key !== null) return actorOfKey(deps.ctx, key);
  const account = request.headers.cookie ? await deps.auth.sessionOf(request.headers) : null;
  if (!account) throw new AppError('unauthenticated', 'Sign in, or send an API key as "Authorization: Bearer …".');
  refuseForeignOrigin(deps, request);
  return actorOfAccount(deps.ctx, account);
}

/** A cookie travels with requests that other sites cause, so changes by cookie must come from our own pages. */
function refuseForeignOrigin({ ctx }: AuthorizeDeps, request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const { origin, host } = request.headers;
  const isOurs =
    origin !== undefined && (origin === new URL(ctx.publicUrl).origin || origin === `${request.protocol}://${host}`);
  if (!isOurs) throw new AppError('origin_refused', 'Changes with a cookie must come from the console itself.');
}

function requiredBearer(request: FastifyRequest, what: string): string {
  const token = bearer(request);
  if (token === null) throw new AppError('unauthenticated', `Send ${what} as "Authorization: Bearer …".`);
  return token;
}

function bearer(request: FastifyRequest): string | null {
  const header = request.headers.authorization;
  return header?.match(/^Bearer ([\x21-\x7e]{1,500})$/i)?.[1] ?? null;
}
