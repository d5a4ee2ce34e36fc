// The visitors of the idle-stream benchmark: opens a stream for each session, holds it, and counts what comes.
import { once } from 'node:events';
import { connect } from 'node:net';
import type { HoldStreams, StreamReport } from './stream-holder.ts';

const opening = 200;
const report: StreamReport = { held: 0, withHeartbeat: 0, withMessage: 0, lost: 0 };

process.on('message', (message: HoldStreams | 'report') => {
  if (message === 'report') process.send?.(report);
  else void holdAll(message);
});
process.once('disconnect', () => process.exit());

async function holdAll({ port, streams }: HoldStreams): Promise<void> {
  for (let from = 0; from < streams.length; from += opening) {
    await Promise.all(streams.slice(from, from + opening).map((stream) => hold(port, stream)));
  }
}

/** Resolves once the server has begun to answer. */
async function hold(port: number, { path, token }: HoldStreams['streams'][number]): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.setEncoding('latin1');
  socket.once('error', () => undefined);
  socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\n\r\n`);
  const [head] = await once(socket, 'data');
  if (!String(head).startsWith('HTTP/1.1 200 ')) throw new Error(`a stream was answered ${head}`);
  report.held += 1;
  const seen = { heartbeat: false, message: false };
  socket.on('data', (text: string) => {
    if (!seen.heartbeat && text.includes(':\n\n')) {
      seen.heartbeat = true;
      report.withHeartbeat += 1;
    }
    if (!seen.message && text.includes('event: message\n')) {
      seen.message = true;
      report.withMessage += 1;
    }
  });
  socket.once('close', () => {
    report.held -= 1;
    report.lost += 1;
  });
}
