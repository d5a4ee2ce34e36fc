import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client, type ClientConfig } from 'pg';
import { waitForAnswer } from '../../server/adapters/embedded-postgres/connect.ts';
import { spawnPostmaster, stopPostmaster } from '../../server/adapters/embedded-postgres/postmaster.ts';
import { chooseServerUser } from '../../server/adapters/embedded-postgres/server-user.ts';
import { startEmbeddedPostgres } from '../../server/adapters/embedded-postgres/start-embedded-postgres.ts';
import { freePort } from './free-port.ts';

const run = promisify(execFile);
const debianPrograms = '/usr/lib/postgresql/15/bin';
const owner = { user: 'parley_owner', password: 'only for tests' };

/** A PostgreSQL server for tests. The owner is who Parley connects as; the administrator makes databases for it. */
export interface TestServer {
  readonly administrator: ClientConfig;
  readonly owner: ClientConfig;
  stop(): Promise<void>;
}

/** The server Parley has when nothing is set: a private socket, and an owner who is superuser. */
export async function startEmbedded(folder: string): Promise<TestServer> {
  const { poolConfig, stop } = await startEmbeddedPostgres({ dataDir: folder });
  return { administrator: poolConfig, owner: poolConfig, stop };
}

/** A server as DATABASE_URL names them: over TCP, with a password, for an owner who may little more than make roles. */
export async function startExternal(folder: string): Promise<TestServer> {
  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', port: String(port) };
  const { poolConfig, stop } = await startEmbeddedPostgres({ dataDir: folder, settings });
  return { administrator: poolConfig, owner: await makeOwner(poolConfig, port), stop };
}

export const hasDebianPostgres = existsSync(join(debianPrograms, 'postgres'));

/** The oldest PostgreSQL that Parley supports, where the machine has it: reached as the external one is. */
export async function startDebian(folder: string): Promise<TestServer> {
  const [clusterFolder, socketFolder] = [join(folder, 'postgres'), join(folder, 'sockets')];
  const user = await chooseServerUser(clusterFolder);
  for (const path of [clusterFolder, socketFolder]) {
    await mkdir(path, { mode: 0o700 });
    if (user) await chown(path, user.uid, user.gid);
  }
  const binaries = { initdb: join(debianPrograms, 'initdb'), postgres: join(debianPrograms, 'postgres') };
  const initdb = [
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--username=parley',
    '--auth-host=scram-sha-256',
    '--auth-local=trust',
  ];
  await run(binaries.initdb, [...initdb, '-D', clusterFolder], { cwd: clusterFolder, ...user });
  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', port: String(port) };
  const logFile = join(folder, 'postgres.log');
  const postmaster = await spawnPostmaster({ clusterFolder, socketFolder, logFile, binaries, user, settings });
  await waitForAnswer(postmaster, clusterFolder);
  const administrator = { host: socketFolder, port, user: 'parley', database: 'parley' };
  return { administrator, owner: await makeOwner(administrator, port), stop: () => stopPostmaster(postmaster.pid) };
}

async function makeOwner(administrator: ClientConfig, port: number): Promise<ClientConfig> {
  const client = new Client(administrator);
  await client.connect();
  await client.query(`CREATE ROLE ${owner.user} LOGIN NOSUPERUSER CREATEROLE PASSWORD '${owner.password}'`);
  await client.end();
  return { host: '127.0.0.1', port, ...owner };
}
