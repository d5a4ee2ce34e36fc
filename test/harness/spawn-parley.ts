import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findPostmaster } from '../../server/adapters/embedded-postgres/postmaster.ts';
import { isGoneWithin, processIdentity } from '../../server/adapters/embedded-postgres/processes.ts';
import { processTree } from './embedded-holder.ts';
import { until } from './until.ts';

const program = join(import.meta.dirname, '../../dist/server/main.js');
const deathMs = 10_000;

export interface SpawnOptions {
  readonly port: number;
  readonly dataDir: string;
  readonly apiKey: string;
  /** More settings of the environment, or others than the usual ones of a test. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Parley as an operator has it: the built server in a process of its own, with its own PostgreSQL beside it. */
export interface SpawnedParley {
  readonly url: string;
  readonly pid: number;
  /** Everything it has said so far. */
  said(): string;
  /** Resolves when it serves; rejects with what it said if it ends instead. */
  readonly ready: Promise<void>;
  /** Resolves with its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  signal(signal: NodeJS.Signals): void;
  /** kill -9 of the server and its PostgreSQL, or of one of them; resolves when they are gone. */
  kill9(victim: Victim): Promise<void>;
  /** Stops it as Ctrl-C does, however far it has got. */
  stop(): Promise<void>;
}

export type Victim = 'everything' | 'the server alone' | 'the database alone';

/** Starts the built server; `npm test` builds it first. */
export function spawnParley({ port, dataDir, apiKey, env }: SpawnOptions): SpawnedParley {
  if (!existsSync(program)) throw new Error(`${program} is missing: npm run build makes it.`);
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH,
      HOME,
      PORT: String(port),
      PARLEY_DATA_DIR: dataDir,
      PARLEY_API_KEY: apiKey,
      PARLEY_DEMO: '0',
      PARLEY_RATE_LIMITS: 'off',
      PARLEY_LOG_LEVEL: 'warn',
      ...env,
    },
  });
  const pid = child.pid ?? 0;
  const url = `http://127.0.0.1:${port}`;
  const said = listen(child);
  const ended = once(child, 'exit').then(([code, signal]) => code ?? signal);
  const endedEarly = ended.then((end) => {
    throw new Error(`Parley ended with ${end}:\n${said()}`);
  });
  const ready = Promise.race([until(() => isReady(url), Boolean).then(() => undefined), endedEarly]);
  ready.catch(() => undefined);

  const signal = (name: NodeJS.Signals) => void child.kill(name);
  return {
    url,
    pid,
    said,
    ready,
    ended,
    signal,
    async kill9(victim) {
      const server = victim === 'the database alone' ? [] : processTree(pid);
      const database = victim === 'the server alone' ? [] : await databaseProcesses(dataDir);
      const doomed = [...server, ...database];
      for (const each of doomed) killIfAlive(each);
      if (server.length > 0) await ended;
      for (const each of doomed) await isGoneWithin(each, deathMs);
    },
    async stop() {
      if ((await processIdentity(pid)) === null) return;
      signal('SIGTERM');
      await ended;
    },
  };
}

/** Ends what a killed server left running in a data folder. */
export async function endOrphans(dataDir: string): Promise<void> {
  for (const each of await databaseProcesses(dataDir)) killIfAlive(each);
}

/** PostgreSQL runs in a process group of its own, so that it is found by what it writes into its folder. */
async function databaseProcesses(dataDir: string): Promise<number[]> {
  const postmaster = await findPostmaster(join(dataDir, 'postgres'));
  return postmaster ? processTree(postmaster.pid) : [];
}

function killIfAlive(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended with its parent.
  }
}

function listen(child: ChildProcess): () => string {
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString();
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`).catch(() => null);
  return answer?.status === 200;
}
