import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findPackage, restoreLinks } from '../server/adapters/embedded-postgres/binaries.ts';
import { processIdentity } from '../server/adapters/embedded-postgres/processes.ts';
import {
  ask,
  copyPackage,
  type Holder,
  type HolderOptions,
  nobody,
  processTree,
  startHolder,
  type User,
} from './harness/embedded-holder.ts';

const isRoot = process.getuid?.() === 0;
const users: User[] = isRoot ? [{ name: 'root' }, nobody] : [{ name: 'an ordinary user' }];

describe.each(users)('the embedded PostgreSQL under $name', (user) => {
  let folder: string;
  let dataDir: string;
  let holders: Holder[];

  beforeEach(() => {
    folder = mkdtempSync('/tmp/parley-test-');
    if (user.ids) chownSync(folder, user.ids.uid, user.ids.gid);
    dataDir = join(folder, 'data');
    holders = [];
  });
  afterEach(async () => {
    await Promise.allSettled(holders.map((holder) => holder.letGo()));
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(options: Partial<HolderOptions> = {}): Promise<Holder> {
    const holder = await startHolder({ dataDir, user, ...options });
    holders.push(holder);
    return holder;
  }

  test('makes a UTF-8 database that only its own user reaches, over a socket', async () => {
    const holder = await start();
    const [settings] = await ask(
      holder,
      `SELECT current_setting('server_encoding') AS encoding, current_setting('listen_addresses') AS tcp,
              current_setting('fsync') AS fsync, current_setting('server_version_num')::int / 10000 AS major,
              lower('ÄÉ') AS lower, current_database() AS database, current_user AS "user"`,
    );
    expect(settings).toEqual({
      encoding: 'UTF8',
      tcp: '',
      fsync: 'on',
      major: 18,
      lower: 'äé',
      database: 'parley',
      user: 'parley',
    });
    const cluster = statSync(join(dataDir, 'postgres'));
    const sockets = statSync(String(holder.poolConfig.host));
    expect([cluster.mode & 0o777, sockets.mode & 0o777]).toEqual([0o700, 0o700]);
    expect(cluster.uid).not.toBe(0);
    expect(sockets.uid).toBe(cluster.uid);
  });

  test('keeps everything over a restart, and leaves nothing behind', async () => {
    const first = await start();
    await remember(first, 'kept');
    await first.letGo();
    expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'postgres.log']);
    expect(() => statSync(String(first.poolConfig.host))).toThrow('ENOENT');
    expect(await remembered(await start())).toEqual(['kept']);
  });

  test('adopts the server of a Parley that was killed', async () => {
    const killed = await start();
    await remember(killed, 'kept');
    const server = serverPid(dataDir);
    await killed.kill();
    const next = await start();
    expect(serverPid(dataDir)).toBe(server);
    expect(await remembered(next)).toEqual(['kept']);
    await next.letGo();
    expect(await processIdentity(server)).toBeNull();
  });

  test('loses nothing when every process is killed at once', async () => {
    for (const word of ['first', 'second', 'third']) {
      const holder = await start();
      await remember(holder, word);
      killAll([holder.pid, ...processTree(serverPid(dataDir))]);
    }
    expect(await remembered(await start())).toEqual(['first', 'second', 'third']);
  });

  test('is not deceived when the process id of a killed server has gone to a stranger', async () => {
    const stranger = spawn('sleep', ['600'], user.ids);
    const killed = await start();
    await remember(killed, 'kept');
    killAll([killed.pid, ...processTree(serverPid(dataDir))]);
    const pidFile = join(dataDir, 'postgres/postmaster.pid');
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(stranger.pid)));
    expect(await remembered(await start())).toEqual(['kept']);
    expect(stranger.exitCode).toBeNull();
    stranger.kill();
    await once(stranger, 'exit');
  });

  test('starts the server again when it dies alone', async () => {
    const holder = await start();
    await remember(holder, 'kept');
    const server = serverPid(dataDir);
    process.kill(server, 'SIGKILL');
    await expect.poll(() => remembered(holder).catch(() => null), { timeout: 30_000 }).toEqual(['kept']);
    expect(serverPid(dataDir)).not.toBe(server);
  });

  test('does not hear Ctrl-C in the terminal of Parley', async () => {
    const holder = await start();
    const server = serverPid(dataDir);
    await holder.kill('SIGINT');
    expect(isAlive(server)).toBe(true);
    await start();
    expect(serverPid(dataDir)).toBe(server);
  });

  test('waits for another Parley to let go of the folder', async () => {
    const first = await start();
    await remember(first, 'kept');
    const second = await start({ onStep: (step) => step.includes(`process ${first.pid}`) && void first.letGo() });
    expect(await remembered(second)).toEqual(['kept']);
  });

  test('names the Parley that does not let go of the folder', async () => {
    const first = await start();
    const refused = start({ holderWaitMs: 200 });
    await expect(refused).rejects.toThrow(
      `The data folder ${dataDir} is in use by another Parley, process ${first.pid}.`,
    );
    expect(await ask(first, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
  });

  test('lets one of two first starts at the same moment make the database', async () => {
    const both = await Promise.allSettled([start({ holderWaitMs: 0 }), start({ holderWaitMs: 0 })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('takes the folder when the process id of its dead holder has gone to a stranger', async () => {
    mkdirSync(dataDir);
    if (user.ids) chownSync(dataDir, user.ids.uid, user.ids.gid);
    writeFileSync(join(dataDir, 'parley.lock'), `{"pid":${process.pid},"process":"another life"}`);
    expect(await ask(await start({ holderWaitMs: 0 }), 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
  });

  test('makes the database afresh when making it was interrupted', async () => {
    mkdirSync(join(dataDir, 'postgres.new-abc'), { recursive: true });
    if (user.ids)
      for (const path of [dataDir, join(dataDir, 'postgres.new-abc')]) chownSync(path, user.ids.uid, user.ids.gid);
    await start();
    expect(readdirSync(dataDir)).not.toContain('postgres.new-abc');
  });

  test('works where the path of the data folder is longer than a socket may be', async () => {
    dataDir = join(folder, 'long'.repeat(20), 'long'.repeat(20));
    expect(await ask(await start(), 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
  });

  test('refuses a database of another PostgreSQL version in plain words', async () => {
    await (await start()).letGo();
    writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '17\n');
    await expect(start()).rejects.toThrow('was made by PostgreSQL 17; this Parley brings 18');
  });

  test('restores the links that install scripts would have made', async () => {
    const packageFolder = copyPackage(join(folder, 'package'));
    chmodSync(folder, 0o755);
    if (user.ids) chownSync(join(packageFolder, 'native/lib'), user.ids.uid, user.ids.gid);
    await start({ packageFolder });
    await restoreLinks(packageFolder); // once more changes nothing
    expect(readdirSync(join(packageFolder, 'native/lib'))).toContain('libicuuc.so.60');
    expect(readdirSync(dataDir).filter((name) => name.startsWith('postgresql-'))).toEqual([]);
  });
});

test.each(['win32-x64', 'freebsd-x64', 'linux-riscv64'])('on %s it asks for DATABASE_URL', (platform) => {
  const [system = '', architecture = ''] = platform.split('-');
  expect(() => findPackage(system, architecture)).toThrow(
    `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL`,
  );
});

async function remember(holder: Holder, word: string): Promise<void> {
  await ask(holder, 'CREATE TABLE IF NOT EXISTS word (word text, at timestamptz DEFAULT now())');
  await ask(holder, 'INSERT INTO word (word) VALUES ($1)', [word]);
}

async function remembered(holder: Holder): Promise<unknown[]> {
  return (await ask(holder, 'SELECT word FROM word ORDER BY at')).map(({ word }) => word);
}

function serverPid(dataDir: string): number {
  return Number.parseInt(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10);
}

/** At once, as far as that can be had: some may have died of the others' death before their turn. */
function killAll(pids: readonly number[]): void {
  for (const pid of pids) signal(pid, 'SIGKILL');
}

function isAlive(pid: number): boolean {
  return signal(pid, 0);
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
