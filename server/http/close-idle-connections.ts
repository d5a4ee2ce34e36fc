import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * When the app closes, closes each connection as soon as nothing is asked on it. Connections that browsers keep, or
 * open ahead of need, would otherwise keep the server from stopping.
 */
export function closeIdleConnections(app: FastifyInstance): void {
  const idle = new Set<Socket>();
  let isClosing = false;

  function rest(socket: Socket): void {
    if (isClosing) socket.destroySoon();
    else if (!socket.destroyed) idle.add(socket);
  }

  app.server.on('connection', (socket) => {
    socket.once('close', () => idle.delete(socket));
    rest(socket);
  });
  app.server.on('request', ({ socket }, response) => {
    idle.delete(socket);
    response.once('close', () => rest(socket));
  });
  app.addHook('preClose', async () => {
    isClosing = true;
    for (const socket of idle) socket.destroySoon();
  });
}
