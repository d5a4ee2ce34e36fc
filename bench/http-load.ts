import { connect, type Socket } from 'node:net';

export interface Load {
  readonly port: number;
  readonly connections: number;
  /** The next request of a connection, whole, as it goes over the wire. */
  readonly requestOf: (connection: number) => string;
  /** What the status line of every answer must name. */
  readonly status: number;
}

export interface LoadRun {
  readonly requests: number;
  readonly elapsedMs: number;
}

/**
 * Keeps this many connections busy, each sending its next request when its last was answered. Speaks just enough
 * HTTP to cost little beside the server, which shares the machine. Rejects at the first answer with another status.
 */
export async function httpLoad(load: Load, durationMs: number): Promise<LoadRun> {
  const started = performance.now();
  const stopAt = started + durationMs;
  const counts = await Promise.all(
    Array.from({ length: load.connections }, (_, connection) => keepBusy(load, connection, stopAt)),
  );
  return { requests: counts.reduce((sum, count) => sum + count, 0), elapsedMs: performance.now() - started };
}

function keepBusy(load: Load, connection: number, stopAt: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(load.port, '127.0.0.1').setNoDelay();
    let answered = 0;
    let received = '';
    const send = () => socket.write(load.requestOf(connection));
    const fail = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    socket.setEncoding('latin1');
    socket.once('connect', send);
    socket.once('error', fail);
    socket.once('close', () => reject(new Error('the server closed a connection')));
    socket.on('data', (text: Buffer | string) => {
      received += text;
      const length = answerLength(received);
      if (received.length < length) return;
      if (!received.startsWith(`HTTP/1.1 ${load.status} `)) return fail(new Error(`an answer was ${received}`));
      received = received.slice(length);
      answered += 1;
      if (performance.now() < stopAt) send();
      else finish(socket, () => resolve(answered));
    });
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

function finish(socket: Socket, done: () => void): void {
  socket.removeAllListeners('close');
  socket.end(done);
}
