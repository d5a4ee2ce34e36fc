import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { echoGraph } from '../test/harness/flow-graphs.ts';
import { visitorOf } from '../test/harness/parley-client.ts';
import type { BenchResult } from './bench-result.ts';
import { cpuOfFamily, cpuOfProcess } from './cpu-time.ts';
import { type Load, openLoad } from './http-load.ts';
import { median } from './median.ts';
import { type Server, startServer } from './start-server.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const connections = 64;
const sessionsPerConnection = 4;
const sessionCount = connections * sessionsPerConnection;
const rounds = 24;
const singleRounds = 8;
const roundMs = 800;
const warmUpMs = 6000;

interface Contender {
  readonly pid: number;
  readonly load: Load;
}

interface Sample {
  readonly perSecond: number;
  readonly appCpuUs: number;
  readonly databaseCpuUs: number;
}

/** What a durable turn costs beside a plain route that writes less, on the same PostgreSQL under the same load. */
export function run(): Promise<BenchResult[]> {
  return inTemporaryFolder(async (folder) => {
    const server = await startServer(folder);
    try {
      const turn = await prepareTurns(server);
      const reference = await startReference(server);
      try {
        await turn.load.run(warmUpMs);
        await reference.load.run(warmUpMs);
        const compare = (busyConnections: number, count: number) =>
          takeTurns({ turn, reference }, { busyConnections, count, postmasterPid: server.postmasterPid });
        return [
          ...manyConnections(await compare(connections, rounds)),
          ...oneConnection(await compare(1, singleRounds)),
        ];
      } finally {
        turn.load.close();
        reference.load.close();
        await reference.stop();
      }
    } finally {
      await server.stop();
    }
  });
}

async function prepareTurns(server: Server): Promise<Contender> {
  const flow = await server.owner.publishedFlow(echoGraph());
  const { key } = await server.owner.deploy(flow.id);
  const visitor = visitorOf(server.url, key);
  const sessions = await Promise.all(Array.from({ length: sessionCount }, () => visitor.start()));
  const heads = sessions.map(({ id, token }) => headOf(`/visit/v1/sessions/${id}/messages`, token));
  return { pid: server.pid, load: await loadOf(server.port, heads) };
}

async function startReference({ connection }: Server): Promise<Contender & { stop(): Promise<void> }> {
  const database = 'reference';
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(`CREATE DATABASE ${database}`).finally(() => client.end());
  const program = join(import.meta.dirname, 'turn-reference-process.ts');
  const child = fork(program, [JSON.stringify({ ...connection, database }), String(sessionCount)], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const ended = once(child, 'exit');
  const [{ port }] = await once(child, 'message');
  const token = 'x'.repeat(47);
  const heads = Array.from({ length: sessionCount }, (_, index) => headOf(`/sessions/s${index}/messages`, token));
  const stop = async () => {
    child.disconnect();
    await ended;
  };
  return { pid: child.pid ?? 0, load: await loadOf(port, heads), stop };
}

function headOf(path: string, token: string): string {
  return [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    `authorization: Bearer ${token}`,
    'content-type: application/json',
    'content-length: ',
  ].join('\r\n');
}

/** Every message has an id and a text of its own; a connection goes round its sessions. */
function loadOf(port: number, heads: readonly string[]): Promise<Load> {
  let count = 0;
  const requestOf = (connection: number) => {
    count += 1;
    const body = JSON.stringify({
      clientMessageId: `message-${count}`,
      text: `I should like to know more of ${count}.`,
    });
    const head = heads[connection * sessionsPerConnection + (count % sessionsPerConnection)];
    return `${head}${body.length}\r\n\r\n${body}`;
  };
  return openLoad({ port, connections, status: 202, requestOf });
}

interface Rounds {
  readonly count: number;
  readonly busyConnections: number;
  readonly postmasterPid: number;
}

type Samples = Record<'turn' | 'reference', Sample[]>;

/** Turn about, so that a slow spell of the machine hits both alike. */
async function takeTurns(contenders: Record<keyof Samples, Contender>, rounds: Rounds): Promise<Samples> {
  const samples: Samples = { turn: [], reference: [] };
  for (let round = 0; round < rounds.count; round += 1) {
    samples.turn.push(await sample(contenders.turn, rounds));
    samples.reference.push(await sample(contenders.reference, rounds));
  }
  return samples;
}

async function sample({ pid, load }: Contender, { busyConnections, postmasterPid }: Rounds): Promise<Sample> {
  const before = { app: cpuOfProcess(pid), database: cpuOfFamily(postmasterPid) };
  const { requests, elapsedMs } = await load.run(roundMs, busyConnections);
  return {
    perSecond: (1000 * requests) / elapsedMs,
    appCpuUs: (1000 * (cpuOfProcess(pid) - before.app)) / requests,
    databaseCpuUs: (1000 * (cpuOfFamily(postmasterPid) - before.database)) / requests,
  };
}

function manyConnections(samples: Samples): BenchResult[] {
  const cpu = ratioOf(samples, cpuOf);
  const rate = ratioOf(samples, ({ perSecond }) => perSecond);
  const at = `at ${connections} connections`;
  return [
    ...absolutes('a turn', samples.turn),
    ...absolutes('the reference route', samples.reference),
    { name: `turn / reference: CPU ${at}`, value: cpu, unit: '×', target: '≤ 2.5', ok: cpu <= 2.5 },
    { name: `turn / reference: turns a second ${at}`, value: rate, unit: '×', target: '≥ 0.4', ok: rate >= 0.4 },
  ];
}

/** Nothing to share a commit with: what a turn costs on a quiet server. */
function oneConnection(samples: Samples): BenchResult[] {
  return [{ name: 'turn / reference: CPU at 1 connection', value: ratioOf(samples, cpuOf), unit: '×' }];
}

function cpuOf({ appCpuUs, databaseCpuUs }: Sample): number {
  return appCpuUs + databaseCpuUs;
}

function ratioOf({ turn, reference }: Samples, figure: (sample: Sample) => number): number {
  return median(turn.map((sample, round) => figure(sample) / figure(reference[round] ?? sample)));
}

function absolutes(name: string, samples: readonly Sample[]): BenchResult[] {
  const of = (figure: (sample: Sample) => number) => median(samples.map(figure));
  return [
    { name: `${name}: a second`, value: of(({ perSecond }) => perSecond), unit: '/s' },
    { name: `${name}: CPU in the app`, value: of(({ appCpuUs }) => appCpuUs), unit: 'µs' },
    { name: `${name}: CPU in PostgreSQL`, value: of(({ databaseCpuUs }) => databaseCpuUs), unit: 'µs' },
  ];
}
