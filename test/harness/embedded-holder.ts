import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client, type PoolConfig } from 'pg';
import { findPackage } from '../../server/adapters/embedded-postgres/binaries.ts';

export interface User {
  readonly name: string;
  /** Absent: the user of the tests themselves. */
  readonly ids?: { readonly uid: number; readonly gid: number };
}

export const nobody: User = { name: 'nobody', ids: { uid: 65534, gid: 65534 } };

export interface HolderOptions {
  readonly dataDir: string;
  readonly user?: User;
  readonly packageFolder?: string;
  readonly holderWaitMs?: number;
  /** Hears of a step, in words for people. */
  readonly onStep?: (step: string) => void;
}

export interface Holder {
  readonly pid: number;
  readonly poolConfig: PoolConfig;
  /** Ends as Parley does: the database is stopped, the data folder let go. */
  letGo(): Promise<void>;
  /** As the kernel or an impatient person does: kill -9, or the signal given. */
  kill(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts another process that holds a data folder; rejects with that process's own error where it cannot. */
export async function startHolder({ user, onStep, ...options }: HolderOptions): Promise<Holder> {
  const program = join(import.meta.dirname, 'embedded-holder-process.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
    ...user?.ids,
  });
  const ended = once(child, 'exit');
  const pid = child.pid ?? 0;
  for await (const line of createInterface(child.stdout)) {
    const said: { step?: string; error?: string; poolConfig?: PoolConfig } = JSON.parse(line);
    if (said.step) onStep?.(said.step);
    if (said.error) throw new Error(said.error);
    if (!said.poolConfig) continue;
    child.stdout.resume();
    const letGo = async () => {
      child.stdin.end();
      await ended;
    };
    const kill = async (signal: NodeJS.Signals = 'SIGKILL') => {
      process.kill(signal === 'SIGINT' ? -pid : pid, signal);
      await ended;
    };
    return { pid, poolConfig: said.poolConfig, letGo, kill };
  }
  throw new Error('The process ended without a word.');
}

/** This process and every one below it. */
export function processTree(pid: number): number[] {
  return [pid, ...childrenOf(pid).flatMap(processTree)];
}

/** None of a process that has ended meanwhile: those of a database come and go. */
function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return [];
    throw error;
  }
}

export async function ask(holder: Holder, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client(holder.poolConfig);
  await client.connect();
  const { rows } = await client.query(sql, values).finally(() => client.end());
  return rows;
}

/** The package as npm leaves it where install scripts do not run: without links. */
export function copyPackage(target: string): string {
  mkdirSync(dirname(target), { recursive: true });
  const filter = (path: string) => !/\.so(\.6|\.3|\.60)?$/.test(path) || !isListedLink(path);
  cpSync(findPackage(process.platform, process.arch), target, { recursive: true, verbatimSymlinks: true, filter });
  return target;
}

function isListedLink(path: string): boolean {
  const packageFolder = findPackage(process.platform, process.arch);
  const links: { target: string }[] = JSON.parse(readFileSync(join(packageFolder, 'native/pg-symlinks.json'), 'utf8'));
  return links.some(({ target }) => join(packageFolder, target) === path);
}
