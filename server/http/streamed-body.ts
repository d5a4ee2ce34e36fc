import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import { leaveToReader } from './limit-bodies.ts';

/** Leaves bodies of these routes to their handlers, piece by piece as they come, and refuses every other type of body. */
export function acceptStreams(app: FastifyInstance, type: string): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(type, (_request, _payload, done) => done(null));
  app.addContentTypeParser('*', (_request, _payload, done) => {
    done(
      new AppError(
        'unsupported_media_type',
        `Send the file itself as the body, with the header content-type: ${type}.`,
      ),
    );
  });
}

/** How long the next bytes of a body may keep one waiting. */
const idleMs = 30_000;

/**
 * A body as it comes, for as long as it goes on coming, up to `minutesAtMost` in all. Whoever stops reading it leaves
 * the connection open, so that the answer still reaches the caller.
 */
export async function* streamedBody(
  message: IncomingMessage,
  { clock, minutesAtMost }: { readonly clock: Clock; readonly minutesAtMost: number },
): AsyncIterable<Uint8Array> {
  leaveToReader(message);
  const pieces: AsyncIterator<Uint8Array> = message.iterator({ destroyOnReturn: false });
  const endsAt = clock.now().getTime() + minutesAtMost * 60_000;
  for (;;) {
    const leftMs = endsAt - clock.now().getTime();
    const piece = await within(clock, Math.min(idleMs, leftMs), next(pieces));
    if (piece === 'late') throw leftMs < idleMs ? tooLong(minutesAtMost) : stalled();
    if (piece.done) return;
    let isWanted = false;
    try {
      yield piece.value;
      isWanted = true;
    } finally {
      if (!isWanted) await pieces.return?.();
    }
  }
}

async function next(pieces: AsyncIterator<Uint8Array>): Promise<IteratorResult<Uint8Array>> {
  try {
    return await pieces.next();
  } catch {
    throw new AppError('invalid_request', 'The connection broke off before the whole body had come. Send it again.');
  }
}

async function within<Result>(clock: Clock, delayMs: number, work: Promise<Result>): Promise<Result | 'late'> {
  let cancel = () => {};
  const late = new Promise<'late'>((resolve) => {
    cancel = clock.after(delayMs, () => resolve('late'));
  });
  // What comes too late is of no interest any more, not even that it failed.
  work.catch(() => undefined);
  return Promise.race([work, late]).finally(cancel);
}

function stalled(): AppError {
  return new AppError(
    'too_slow',
    `Nothing of the body came for ${idleMs / 1000} seconds, so it was given up. Send it again.`,
  );
}

function tooLong(minutes: number): AppError {
  return new AppError(
    'too_slow',
    `The whole body had not come after ${minutes} minutes. Send it over a faster line or in parts, or raise PARLEY_UPLOAD_MAX_MINUTES.`,
  );
}

/** How many bytes the caller says its body has; null where it sends it in chunks without saying. */
export function declaredBytes({ headers }: IncomingMessage): number | null {
  const length = headers['content-length'];
  return length === undefined ? null : Number(length);
}
