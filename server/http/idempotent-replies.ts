import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors.ts';
import type { Context } from '../ports/context.ts';

/**
 * Answers a POST with an `Idempotency-Key` once: the first answer is kept for 24 hours, sealed
 * because it may hold a new key or token, and given again.
 * The key stands for the caller, the address and the body; with another body it is refused. Of a streamed body the
 * length is known in advance.
 */
export async function replyOnce<Reply>(
  ctx: Pick<Context, 'store' | 'clock' | 'ids' | 'vault' | 'log'>,
  request: FastifyRequest,
  status: number,
  answer: () => Promise<Reply>,
): Promise<Reply> {
  const { actor } = request;
  const header = request.headers['idempotency-key'];
  if (header === undefined || !actor) return answer();
  const key = keyOf(header);
  const requestHash = ctx.ids.digest(
    `${request.method} ${request.url} ${JSON.stringify(request.body ?? null)} ${streamedLength(request)}`,
  );
  const claim = {
    workspaceId: actor.workspaceId,
    actorId: actor.id ?? actor.kind,
    key,
    requestHash,
    at: ctx.clock.now(),
  };
  const place = `reply:${claim.workspaceId}:${claim.actorId}:${key}`;
  const earlier = await ctx.store.access.claimReply(claim);
  if (earlier.kind === 'answered') {
    if (earlier.requestHash !== requestHash) throw conflict('This Idempotency-Key was used for another request.');
    return JSON.parse(ctx.vault.open(earlier.body, place)) as Reply;
  }
  if (earlier.kind === 'running') throw conflict('The request with this Idempotency-Key is still being answered.');
  const reply = await answer().catch(async (error: unknown) => {
    await ctx.store.access.abandonReply(claim);
    throw error;
  });
  try {
    const body = ctx.vault.seal(JSON.stringify(reply ?? null), place);
    await ctx.store.access.rememberReply({ ...claim, status, body });
  } catch (error) {
    // What was asked for is done, and the claim stands: a repeat is refused, and does it no second time.
    ctx.log.error('a reply could not be kept for its Idempotency-Key', {}, error);
  }
  return reply;
}

function streamedLength({ headers, body }: FastifyRequest): string {
  return body === undefined ? (headers['content-length'] ?? '') : '';
}

function keyOf(header: string | string[]): string {
  if (typeof header === 'string' && /^[\x21-\x7e]{1,200}$/.test(header)) return header;
  throw new AppError('invalid_request', 'Idempotency-Key must be 1 to 200 printable characters.', {
    problems: [{ field: 'Idempotency-Key', message: 'must be 1 to 200 printable characters' }],
  });
}

function conflict(detail: string): AppError {
  return new AppError('conflict', detail);
}
