import type { JsonValue } from '../../core/json.ts';
import type { CallHttpEffect } from '../../core/session/effect.ts';
import { secretNames, withSecrets } from '../../core/session/request-secrets.ts';
import { UpstreamError } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import { audit } from '../ports/audit.ts';
import type { Context } from '../ports/context.ts';
import { openSecrets } from '../ports/open-secrets.ts';
import { existingFlow } from './read-flows.ts';

export type TestRequest = Pick<CallHttpEffect, 'method' | 'url' | 'headers' | 'body' | 'timeoutMs'>;

/** What came back; `status` 0 means that no response came, and `error` then says why. */
export interface TestResponse {
  readonly status: number;
  readonly body: JsonValue;
  readonly error?: string;
}

/**
 * Makes the request of an HTTP node while its author tests the flow: rendered in the browser, sent from here under
 * the same guard and with the same secrets as in a session. Once only, so that the author sees the first answer.
 */
export async function testRequest(
  ctx: Pick<Context, 'store' | 'clock' | 'ids' | 'vault' | 'httpCaller'>,
  actor: Actor,
  flowId: string,
  request: TestRequest,
): Promise<TestResponse> {
  await ctx.store.write(actor.workspaceId, async (transaction) => {
    await existingFlow(transaction.flows, flowId);
    await audit(ctx, transaction, actor, { action: 'flow.requestTested', subjectId: flowId });
  });
  const names = secretNames(request);
  const values = await openSecrets(ctx, actor.workspaceId, names);
  const missing = names.find((name) => !values.has(name));
  if (missing !== undefined) return noResponse(`the secret ${missing} does not exist`);
  try {
    const { method, timeoutMs } = request;
    const idempotencyKey = ctx.ids.next('tst');
    const sent = { method, timeoutMs, idempotencyKey, ...withSecrets(request, values) };
    const { status, body } = await ctx.httpCaller.call(sent);
    return { status, body };
  } catch (error) {
    if (error instanceof UpstreamError) return noResponse(error.message);
    throw error;
  }
}

function noResponse(error: string): TestResponse {
  return { status: 0, body: null, error };
}
