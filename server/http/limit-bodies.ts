import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../ports/clock.ts';

/** How long a body may take to come; of one that is not read to its end, the rest once more after the answer. */
const bodyMs = 120_000;

const limitedByReader = new WeakSet<IncomingMessage>();

/**
 * Ends requests whose bodies come too slowly, so that nobody keeps connections busy by sending next to nothing. Node
 * itself limits the headers, and the whole request for all routes alike: too short for a large file on a slow line.
 */
export function limitBodies(app: FastifyInstance, clock: Clock): void {
  app.server.prependListener('request', (message, response) => {
    if (!hasBody(message)) return;
    const end = () => {
      // As Node says it when a request takes too long.
      if (!message.complete) app.server.emit('clientError', new RequestTooSlow(), message.socket);
    };
    let cancel = clock.after(bodyMs, () => {
      if (!limitedByReader.has(message)) end();
    });
    message.once('close', () => cancel());
    response.once('finish', () => {
      cancel();
      if (!message.complete) cancel = clock.after(bodyMs, end);
    });
  });
}

/** From now on who reads the body says how long it may take, until the answer is there. */
export function leaveToReader(message: IncomingMessage): void {
  limitedByReader.add(message);
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

class RequestTooSlow extends Error {
  readonly code = 'ERR_HTTP_REQUEST_TIMEOUT';
}
