import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../errors.ts';

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

/** A body as it comes. Whoever stops reading it leaves the connection open, so that the answer still reaches the caller. */
export async function* streamedBody(message: IncomingMessage): AsyncIterable<Uint8Array> {
  try {
    yield* message.iterator({ destroyOnReturn: false });
  } catch {
    throw new AppError('invalid_request', 'The connection broke off before the whole body had come. Send it again.');
  }
}

/** How many bytes the caller says its body has; null where it sends it in chunks without saying. */
export function declaredBytes({ headers }: IncomingMessage): number | null {
  const length = headers['content-length'];
  return length === undefined ? null : Number(length);
}
