import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Postmaster } from './postmaster.ts';
import { saysReady } from './postmaster.ts';
import { processIdentity } from './processes.ts';

const pollMs = 15;
const unreachableMs = 5000;
const database = 'parley';

export interface ConnectionSettings {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

export function connectionSettings({ socketFolder, port }: Postmaster): ConnectionSettings {
  return { host: socketFolder, port, user: 'parley', database };
}

/**
 * Waits until the server answers, however long it recovers. `gone`: it died first. `unreachable`: it is well but its
 * socket is not there any more.
 */
export async function waitForAnswer(
  postmaster: Postmaster,
  clusterFolder: string,
): Promise<'answers' | 'gone' | 'unreachable'> {
  let readySince: number | null = null;
  for (;;) {
    const answer = await ask({ ...connectionSettings(postmaster) });
    if (answer === 'answers') return answer;
    if (answer === 'noDatabase') await createDatabase(postmaster).catch(() => undefined);
    if ((await processIdentity(postmaster.pid)) === null) return 'gone';
    readySince = (await saysReady(clusterFolder)) ? (readySince ?? performance.now()) : null;
    if (readySince !== null && performance.now() - readySince > unreachableMs) return 'unreachable';
    await pause(pollMs);
  }
}

async function ask(settings: ConnectionSettings): Promise<'answers' | 'noDatabase' | 'silent'> {
  const client = new Client(settings);
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return 'answers';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === '3D000' ? 'noDatabase' : 'silent';
  }
}

async function createDatabase(postmaster: Postmaster): Promise<void> {
  const client = new Client({ ...connectionSettings(postmaster), database: 'postgres' });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`CREATE DATABASE ${database}`).finally(() => client.end());
}
