import { type RequestWithSecrets, secretNames, withSecrets } from '../../core/session/request-secrets.ts';
import { UpstreamError } from '../errors.ts';
import { openSecrets } from '../ports/open-secrets.ts';
import type { Engine } from './engine.ts';

/** Puts the workspace's secrets into a request, as late as possible, so that they are in no event and no log. */
export async function fillSecrets(
  { ctx, hot }: Engine,
  sessionId: string,
  request: RequestWithSecrets,
): Promise<RequestWithSecrets> {
  const names = secretNames(request);
  if (names.length === 0) return request;
  const session = hot.get(sessionId) ?? (await ctx.store.turns.load(sessionId));
  if (!session) throw new UpstreamError('secrets', 'the session is gone', false);
  const values = await openSecrets(ctx, session.workspaceId, names);
  const missing = names.find((name) => !values.has(name));
  if (missing !== undefined) throw new UpstreamError('secrets', `the secret ${missing} does not exist`, false);
  return withSecrets(request, values);
}
