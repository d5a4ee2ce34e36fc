import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const pollMs = 20;

/** Tells one life of a process id from the next; null when no such process lives (a zombie does not). */
export async function processIdentity(pid: number): Promise<string | null> {
  return process.platform === 'linux' ? linuxIdentity(pid) : psIdentity(pid);
}

/** Whether the process is the PostgreSQL server that works in this folder. */
export async function isServerOf(pid: number, clusterFolder: string): Promise<boolean> {
  if ((await processIdentity(pid)) === null) return false;
  if (process.platform === 'linux') {
    return (await readlink(`/proc/${pid}/cwd`).catch(() => null)) === clusterFolder;
  }
  return (await ps(pid, 'command=')).includes(`-D ${clusterFolder}`);
}

/** Answers true once the process is gone, false when it still lives after the time given. */
export async function isGoneWithin(pid: number, waitMs: number): Promise<boolean> {
  const deadline = performance.now() + waitMs;
  while ((await processIdentity(pid)) !== null) {
    if (performance.now() > deadline) return false;
    await pause(pollMs);
  }
  return true;
}

async function linuxIdentity(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  // The name, second and in parentheses, may itself hold spaces and parentheses; fields are counted after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startTicks] = [fields[0], fields[19]];
  if (state === 'Z' || state === 'X') return null;
  return `${startTicks} ${await bootId()}`;
}

async function bootId(): Promise<string> {
  return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')).trim();
}

async function psIdentity(pid: number): Promise<string | null> {
  const [state, ...started] = (await ps(pid, 'stat=,lstart=')).trim().split(/\s+/);
  return !state || state.startsWith('Z') ? null : started.join(' ');
}

async function ps(pid: number, columns: string): Promise<string> {
  return run('ps', ['-o', columns, '-p', String(pid)]).then(
    ({ stdout }) => stdout,
    () => '',
  );
}
