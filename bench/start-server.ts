import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PoolConfig } from 'pg';
import { connectionSettings } from '../server/adapters/embedded-postgres/connect.ts';
import { findPostmaster } from '../server/adapters/embedded-postgres/postmaster.ts';
import { freePort } from '../test/harness/free-port.ts';
import { type Owner, ownerOf } from '../test/harness/parley-client.ts';

/** The built server in a process of its own, on its embedded database: what `npm start` runs. */
export interface Server {
  readonly url: string;
  readonly port: number;
  readonly owner: Owner;
  readonly pid: number;
  readonly postmasterPid: number;
  /** How to connect to its database. */
  readonly connection: PoolConfig;
  stop(): Promise<void>;
  /** With SIGKILL; its database is left running. */
  kill(): Promise<void>;
  /** With SIGKILL, its database too. */
  crash(): Promise<void>;
}

const program = join(import.meta.dirname, '../dist/server/main.js');
const apiKey = 'a-key-that-only-benchmarks-use';

/** Resolves as soon as the server says that it is ready. */
export async function startServer(dataDir: string, settings: Readonly<Record<string, string>> = {}): Promise<Server> {
  const port = await freePort();
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      PARLEY_DATA_DIR: dataDir,
      PARLEY_API_KEY: apiKey,
      PARLEY_DEMO: '0',
      PARLEY_RATE_LIMITS: 'off',
      PARLEY_LOG_LEVEL: 'silent',
      ...settings,
    },
  });
  await ready(child);
  const postmaster = await findPostmaster(join(dataDir, 'postgres'));
  if (!postmaster || child.pid === undefined) throw new Error('the server runs without its database');
  const end = async (signal: NodeJS.Signals) => {
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    port,
    owner: ownerOf(url, apiKey),
    pid: child.pid,
    postmasterPid: postmaster.pid,
    connection: connectionSettings(postmaster),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    crash: () => {
      process.kill(postmaster.pid, 'SIGKILL');
      return end('SIGKILL');
    },
  };
}

async function ready({ stdout }: ChildProcess): Promise<void> {
  if (!stdout) throw new Error('the server has no output');
  const said: string[] = [];
  for await (const line of createInterface(stdout)) {
    said.push(line);
    if (!line.startsWith('Parley is ready')) continue;
    stdout.resume();
    return;
  }
  throw new Error(`the server did not start:\n${said.join('\n')}`);
}
