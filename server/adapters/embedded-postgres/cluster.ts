import { execFile } from 'node:child_process';
import { chmod, lchown, mkdtemp, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { UpstreamError } from '../../errors.ts';
import type { Binaries } from './binaries.ts';
import { clusterArgument } from './data-directory.ts';
import type { ServerUser } from './server-user.ts';

const run = promisify(execFile);
const majorVersion = 18;

export interface ClusterOptions {
  readonly clusterFolder: string;
  readonly binaries: Binaries;
  readonly user: ServerUser | null;
  readonly onStep: (message: string) => void;
}

/** Makes the database folder where there is none; else checks that this PostgreSQL can serve it. */
export async function ensureCluster(options: ClusterOptions): Promise<void> {
  const version = await readFile(join(options.clusterFolder, 'PG_VERSION'), 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return null;
    throw failure(`The database folder ${options.clusterFolder} cannot be read: ${error.message}.`);
  });
  if (version === null) return makeCluster(options);
  if (Number(version) !== majorVersion) {
    throw failure(
      `The database in ${options.clusterFolder} was made by PostgreSQL ${version.trim()}; this Parley brings ${majorVersion}. Start it with the Parley that made it, or choose another folder with PARLEY_DATA_DIR.`,
    );
  }
  await ensureOwner(options);
}

/** It appears whole, by a rename: an interrupted start leaves nothing that looks like a database. */
async function makeCluster({ clusterFolder, binaries, user, onStep }: ClusterOptions): Promise<void> {
  onStep('Making the database (first start only)');
  const dataDir = dirname(clusterFolder);
  await removeUnfinished(dataDir, `${basename(clusterFolder)}.new-`);
  const unfinished = await mkdtemp(`${clusterFolder}.new-`);
  await chmod(unfinished, 0o700);
  if (user) await giveTo(user, unfinished);
  await run(binaries.initdb, [...initdbArguments, '-D', clusterArgument(unfinished)], {
    cwd: unfinished,
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    ...user,
  }).catch((error) => {
    throw failure(`The database could not be made in ${dataDir}: ${error.stderr || error.message}`);
  });
  await rename(unfinished, clusterFolder);
  const folder = await open(dataDir);
  await folder.sync().finally(() => folder.close());
}

/** Sorting and letter case come with PostgreSQL itself, so indexes mean the same on every machine and after upgrades. */
const initdbArguments = [
  '--encoding=UTF8',
  '--no-locale',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--username=parley',
  '--auth-local=trust',
  '--auth-host=scram-sha-256',
  '--no-instructions',
];

async function removeUnfinished(dataDir: string, prefix: string): Promise<void> {
  const leftovers = (await readdir(dataDir)).filter((name) => name.startsWith(prefix));
  await Promise.all(leftovers.map((name) => rm(join(dataDir, name), { recursive: true, force: true })));
}

/** A folder restored by root belongs to root, and PostgreSQL serves only what its own user owns. */
async function ensureOwner({ clusterFolder, user }: ClusterOptions): Promise<void> {
  const { uid } = await stat(clusterFolder);
  if (user && uid === 0) {
    const entries = await readdir(clusterFolder, { recursive: true });
    for (const entry of ['.', ...entries]) await giveTo(user, join(clusterFolder, entry));
    return;
  }
  const runner = user?.uid ?? process.getuid?.();
  if (uid !== runner) {
    throw failure(
      `The database folder ${clusterFolder} belongs to user ${uid}, but Parley runs as user ${runner}. Start Parley as that user, or give the folder to user ${runner} with chown -R.`,
    );
  }
}

async function giveTo({ uid, gid }: ServerUser, path: string): Promise<void> {
  await lchown(path, uid, gid).catch((error) => {
    throw failure(
      `PostgreSQL refuses to run as root, and ${path} cannot be given to user ${uid}: ${error.message}. Start Parley as an ordinary user, choose another folder with PARLEY_DATA_DIR, or set DATABASE_URL to an external PostgreSQL.`,
    );
  });
}

function failure(message: string): UpstreamError {
  return new UpstreamError('embedded-postgres', message, false);
}
