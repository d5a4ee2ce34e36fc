import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { clusterArgument } from './data-directory.ts';
import { isGoneWithin, isServerOf } from './processes.ts';
import type { ServerUser } from './server-user.ts';
import { removeSockets } from './socket-folder.ts';

const fastShutdownMs = 60_000;
const longLogBytes = 10 * 1024 * 1024;

/** A running PostgreSQL server and where it answers. */
export interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
  readonly port: number;
}

export interface PostmasterOptions {
  readonly clusterFolder: string;
  readonly socketFolder: string;
  readonly logFile: string;
  readonly binaries: Binaries;
  readonly user: ServerUser | null;
  readonly settings: Readonly<Record<string, string>>;
}

/** The server that already works in the folder, left by a Parley that was killed. */
export async function findPostmaster(clusterFolder: string): Promise<Postmaster | null> {
  const text = await readFile(pidFile(clusterFolder), 'utf8').catch(() => '');
  const [pid, , , port, socketFolder] = text.split('\n');
  if (!port || !socketFolder || !(await isServerOf(Number(pid), clusterFolder))) return null;
  return { pid: Number(pid), socketFolder, port: Number(port) };
}

/**
 * Starts a server in a process group of its own: Ctrl-C in the terminal reaches Parley alone, which then stops the
 * server when nothing needs it any more. It gets none of Parley's environment, where secrets are.
 */
export async function spawnPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const { clusterFolder, socketFolder, binaries, user, logFile } = options;
  await disownPidFile(clusterFolder);
  await removeSockets(socketFolder);
  const log = await openLog(logFile);
  try {
    if (user) await log.chown(user.uid, user.gid);
    const server = spawn(binaries.postgres, ['-D', clusterArgument(clusterFolder), ...settingArguments(options)], {
      cwd: clusterFolder,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      ...user,
    });
    await once(server, 'spawn');
    server.unref();
    return { pid: server.pid ?? 0, socketFolder, port: Number(settingsOf(options).port) };
  } finally {
    await log.close();
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
export async function stopPostmaster(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await isGoneWithin(pid, fastShutdownMs)) return;
  signal(pid, 'SIGQUIT');
  await isGoneWithin(pid, fastShutdownMs);
}

/** The server says itself when it takes connections. */
export async function saysReady(clusterFolder: string): Promise<boolean> {
  const text = await readFile(pidFile(clusterFolder), 'utf8').catch(() => '');
  return text.split('\n')[7]?.trim() === 'ready';
}

export async function hasPidFile(clusterFolder: string): Promise<boolean> {
  return (await stat(pidFile(clusterFolder)).catch(() => null)) !== null;
}

function pidFile(clusterFolder: string): string {
  return join(clusterFolder, 'postmaster.pid');
}

/**
 * The file of a killed server names a process id that by now may be a zombie's or a stranger's, and PostgreSQL would
 * wait for that one for ever. Of its parent's id (ours) it takes no notice, while the shared memory named in the same
 * file still keeps it from starting beside survivors of the killed server.
 */
async function disownPidFile(clusterFolder: string): Promise<void> {
  const path = pidFile(clusterFolder);
  const text = await readFile(path, 'utf8').catch(() => '');
  if (!text) return;
  const file = await open(path, 'r+');
  try {
    const disowned = text.replace(/^-?\d+/, String(process.pid));
    await file.truncate(0);
    await file.write(disowned, 0);
  } finally {
    await file.close();
  }
}

async function openLog(path: string) {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > longLogBytes) await rename(path, `${path}.1`);
  return open(path, 'a', 0o600);
}

function settingsOf({ socketFolder, settings }: PostmasterOptions): Record<string, string> {
  return {
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    shared_buffers: '128MB',
    max_connections: '120',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    log_checkpoints: 'off',
    // Statements and the details of errors can hold what visitors wrote.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...settings,
  };
}

function settingArguments(options: PostmasterOptions): string[] {
  return Object.entries(settingsOf(options)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It is gone already.
  }
}
