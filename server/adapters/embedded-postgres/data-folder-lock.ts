import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { UpstreamError } from '../../errors.ts';
import { processIdentity } from './processes.ts';

const pollMs = 100;
const unreadableForMs = 2000;

interface Holder {
  readonly pid: number;
  readonly process: string;
}

export interface LockOptions {
  /** How long to wait for another process to let go. */
  readonly waitMs: number;
  readonly onStep: (message: string) => void;
}

/** Makes this process the only holder of the data folder; the returned function lets go. */
export async function holdDataFolder(dataDir: string, options: LockOptions): Promise<() => Promise<void>> {
  const path = join(dataDir, 'parley.lock');
  const own = JSON.stringify({ pid: process.pid, process: (await processIdentity(process.pid)) ?? '' });
  const deadline = performance.now() + options.waitMs;
  for (let told = false; !(await place(path, own)); ) {
    const found = await read(path);
    if (found === null) continue;
    if (await isStale(path, found)) {
      await putAside(path, found);
      continue;
    }
    if (performance.now() > deadline) throw heldError(dataDir, found);
    if (!told) options.onStep(`Waiting for process ${parse(found)?.pid ?? '(starting)'}, which holds ${dataDir}`);
    told = true;
    await pause(pollMs);
  }
  return async () => {
    if ((await read(path)) === own) await rm(path, { force: true });
  };
}

async function place(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function read(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}

function parse(text: string): Holder | null {
  const match = /^\{"pid":(\d+),"process":"(.*)"\}$/.exec(text);
  return match ? { pid: Number(match[1]), process: match[2] ?? '' } : null;
}

/** A text that cannot be parsed is one being written, until it has been so for too long. */
async function isStale(path: string, text: string): Promise<boolean> {
  const holder = parse(text);
  if (holder) return (await processIdentity(holder.pid)) !== holder.process;
  const written = await stat(path).catch(() => null);
  return written !== null && Date.now() - written.mtimeMs > unreadableForMs;
}

/** Moves before it deletes: had someone else just taken the stale lock over, theirs is put back. */
async function putAside(path: string, stale: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  await rename(path, aside).catch(() => undefined);
  const moved = await read(aside);
  if (moved !== null && moved !== stale) await place(path, moved);
  await rm(aside, { force: true });
}

function heldError(dataDir: string, text: string): UpstreamError {
  const pid = parse(text)?.pid ?? 'unknown';
  return new UpstreamError(
    'embedded-postgres',
    `The data folder ${dataDir} is in use by another Parley, process ${pid}. Stop it, or choose another folder with PARLEY_DATA_DIR.`,
    false,
  );
}
