import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface LoadOptions {
  readonly port: number;
  readonly connections: number;
  /** The next request of a connection, whole, as it goes over the wire. */
  readonly requestOf: (connection: number) => string;
  /** The status that every answer must have. */
  readonly status: number;
}

/** Open connections that can be kept busy again and again. */
export interface Load {
  /** Sends the next request of a connection when its last one was answered, this long; says how many were in how long. */
  run(durationMs: number, busyConnections?: number): Promise<{ requests: number; elapsedMs: number }>;
  close(): void;
}

/** Speaks just enough HTTP to cost little beside the server, which shares the machine. */
export async function openLoad({ port, connections, requestOf, status }: LoadOptions): Promise<Load> {
  const sockets = Array.from({ length: connections }, () => connect(port, '127.0.0.1').setNoDelay());
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  return {
    async run(durationMs, busyConnections = connections) {
      const startedAt = performance.now();
      const stopsAt = startedAt + durationMs;
      const counts = await Promise.all(
        sockets
          .slice(0, busyConnections)
          .map((socket, connection) => keepBusy(socket, () => requestOf(connection), status, stopsAt)),
      );
      return { requests: counts.reduce((sum, count) => sum + count, 0), elapsedMs: performance.now() - startedAt };
    },
    close() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Rejects at the first answer with another status, and when the connection is lost. */
function keepBusy(socket: Socket, nextRequest: () => string, status: number, stopsAt: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let answered = 0;
    let received = '';
    const end = (settle: () => void) => {
      socket.removeAllListeners();
      settle();
    };
    socket.setEncoding('latin1');
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the server closed a connection')));
    socket.on('data', (text: string) => {
      received += text;
      const length = answerLength(received);
      if (received.length < length) return;
      if (!received.startsWith(`HTTP/1.1 ${status} `)) {
        return end(() => reject(new Error(`an answer was ${received}`)));
      }
      received = received.slice(length);
      answered += 1;
      if (performance.now() < stopsAt) socket.write(nextRequest());
      else end(() => resolve(answered));
    });
    socket.write(nextRequest());
  });
}

/** How long the answer at the start of this text is; infinite while that is not known. */
function answerLength(received: string): number {
  const headers = received.indexOf('\r\n\r\n');
  if (headers < 0) return Number.POSITIVE_INFINITY;
  const length = /\r\ncontent-length: (\d+)/i.exec(received.slice(0, headers))?.[1];
  if (length === undefined) throw new Error(`an answer has no content-length: ${received}`);
  return headers + 4 + Number(length);
}
