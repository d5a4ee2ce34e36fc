import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { echoGraph } from '../test/harness/flow-graphs.ts';
import { type VisitorSession, visitorOf } from '../test/harness/parley-client.ts';
import type { BenchResult } from './bench-result.ts';
import { cpuOfProcess, residentBytes } from './cpu-time.ts';
import { type Server, startServer } from './start-server.ts';
import { holdStreams, type StreamHolder } from './stream-holder.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const streams = 10_000;
const startsAtOnce = 50;
const heldMs = 30_000;
const openWithinMs = 120_000;
const messageWithinMs = 10_000;

/** What it takes to hold many idle visitors on one node, each with a session and a live stream of their own. */
export function run(): Promise<BenchResult[]> {
  checkOpenFiles();
  return inTemporaryFolder(async (folder) => {
    const server = await startServer(folder);
    const bytesBefore = residentBytes(server.pid);
    try {
      const sessions = await startSessions(server);
      const holder = holdStreams({ port: server.port, streams: sessions.map(streamOf) });
      try {
        return await measure(server, sessions, holder, bytesBefore);
      } finally {
        await holder.stop();
      }
    } finally {
      await server.stop();
    }
  });
}

/** A stream is a file on each side; Node raises its own limit as far as this one. */
function checkOpenFiles(): void {
  const limit = Number(/^Max open files\s+\d+\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1]);
  const needed = streams + 500;
  if (limit < needed) throw new Error(`${needed} open files are needed, ${limit} allowed: ulimit -Hn ${needed}`);
}

async function startSessions(server: Server): Promise<VisitorSession[]> {
  const flow = await server.owner.publishedFlow(echoGraph());
  const { key } = await server.owner.deploy(flow.id);
  const visitor = visitorOf(server.url, key);
  const sessions: VisitorSession[] = [];
  const startMany = async () => {
    while (sessions.length + startsAtOnce <= streams) sessions.push(await visitor.start());
  };
  await Promise.all(Array.from({ length: startsAtOnce }, startMany));
  while (sessions.length < streams) sessions.push(await visitor.start());
  return sessions;
}

/** From the last event on, so that the stream is idle from its first moment. */
function streamOf({ id, token, started }: VisitorSession): { path: string; token: string } {
  return { path: `/visit/v1/sessions/${id}/events?after=${started.events.at(-1).seq}`, token };
}

async function measure(
  server: Server,
  sessions: readonly VisitorSession[],
  holder: StreamHolder,
  bytesBefore: number,
): Promise<BenchResult[]> {
  const openedAt = performance.now();
  await holder.until(({ held }) => held === streams, openWithinMs);
  const openMs = performance.now() - openedAt;

  const cpuBefore = cpuOfProcess(server.pid);
  await pause(heldMs);
  const cpuPercent = (100 * (cpuOfProcess(server.pid) - cpuBefore)) / heldMs;
  const { held } = await holder.until(({ withHeartbeat }) => withHeartbeat === streams, heldMs);
  const bytesPerStream = (residentBytes(server.pid) - bytesBefore) / streams;

  const sentAt = performance.now();
  await sessions[streams / 2]?.send('is anybody there?');
  await holder.until(({ withMessage }) => withMessage === 1, messageWithinMs);
  const messageMs = performance.now() - sentAt;
  return [
    { name: 'idle streams held for 30 s', value: held, unit: '', target: `= ${streams}`, ok: held === streams },
    { name: 'opening them', value: streams / (openMs / 1000), unit: '/s' },
    { name: 'memory per stream and its session, at most', value: bytesPerStream / 1024, unit: 'KiB' },
    { name: 'CPU of the server while it holds them', value: cpuPercent, unit: '%' },
    { name: 'a message to one of them and its answer on the stream', value: messageMs, unit: 'ms' },
  ];
}
