import { access, constants, mkdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { UpstreamError } from '../../errors.ts';
import { prepareBinaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { type ConnectionSettings, connectionSettings, waitForAnswer } from './connect.ts';
import { holdDataFolder } from './data-folder-lock.ts';
import {
  findPostmaster,
  hasPidFile,
  type Postmaster,
  type PostmasterOptions,
  spawnPostmaster,
  stopPostmaster,
} from './postmaster.ts';
import { processIdentity } from './processes.ts';
import { chooseServerUser } from './server-user.ts';
import { makeSocketFolder, removeSocketFolder } from './socket-folder.ts';

const holderWaitMs = 30_000;
const retryForMs = 15_000;
const retryEveryMs = 100;
const watchEveryMs = 1000;

export interface EmbeddedPostgresOptions {
  /** PARLEY_DATA_DIR. The database lies in its folder `postgres`, the server's log beside it in `postgres.log`. */
  readonly dataDir: string;
  /** Hears, in words for the person who starts Parley, of steps that may take a while. */
  readonly onStep?: (message: string) => void;
  /** Hears of trouble while the server runs. */
  readonly onTrouble?: (message: string) => void;
  /** How long to wait for another Parley to let go of the data folder. */
  readonly holderWaitMs?: number;
  /** PostgreSQL's own settings, over Parley's. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The npm package with the programs, found by itself unless given. */
  readonly packageFolder?: string;
}

export interface EmbeddedPostgres {
  /** How to connect as the owner of the database. */
  readonly poolConfig: ConnectionSettings;
  /** Ends every connection and waits until all is on disk. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm brought, or adopts the one that a killed Parley left running, and keeps it running
 * until stopped. The database is made at the first start.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const onStep = options.onStep ?? (() => undefined);
  const dataDir = await openDataFolder(options.dataDir);
  const letGo = await holdDataFolder(dataDir, { waitMs: options.holderWaitMs ?? holderWaitMs, onStep });
  try {
    const prepared = await prepare(dataDir, options, onStep);
    return await supervise(prepared, { onStep, onTrouble: options.onTrouble ?? (() => undefined), letGo });
  } catch (error) {
    await letGo();
    throw error;
  }
}

async function openDataFolder(path: string): Promise<string> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return await realpath(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw failure(`The data folder ${path} cannot be used: ${reason}. Choose another one with PARLEY_DATA_DIR.`);
  }
}

async function prepare(
  dataDir: string,
  { settings = {}, packageFolder }: EmbeddedPostgresOptions,
  onStep: (message: string) => void,
): Promise<PostmasterOptions> {
  const clusterFolder = join(dataDir, 'postgres');
  const user = await chooseServerUser(clusterFolder);
  const binaries = await prepareBinaries({ dataDir, user, onStep, packageFolder });
  await ensureCluster({ clusterFolder, binaries, user, onStep });
  const socketFolder = await makeSocketFolder(dataDir, user);
  return { clusterFolder, socketFolder, logFile: join(dataDir, 'postgres.log'), binaries, user, settings };
}

interface Supervision {
  readonly onStep: (message: string) => void;
  readonly onTrouble: (message: string) => void;
  readonly letGo: () => Promise<void>;
}

/** PostgreSQL survives the death of any of its workers by itself; this watches over the server process. */
async function supervise(options: PostmasterOptions, supervision: Supervision): Promise<EmbeddedPostgres> {
  let current = await bringUp(options, supervision.onStep);
  let mending: Promise<void> | null = null;
  let stopped: Promise<void> | null = null;

  const mend = async () => {
    if ((await processIdentity(current.pid)) !== null || stopped) return;
    supervision.onTrouble(`The database server (process ${current.pid}) died and is started again.`);
    current = await bringUp(options, supervision.onStep);
  };
  const watch = setInterval(() => {
    mending ??= mend()
      .catch((error) => supervision.onTrouble(`The database server could not be started again: ${error.message}`))
      .finally(() => {
        mending = null;
      });
  }, watchEveryMs).unref();

  const shutDown = async () => {
    clearInterval(watch);
    await mending;
    await stopPostmaster(current.pid);
    await removeSocketFolder(current.socketFolder);
    await supervision.letGo();
  };
  return {
    poolConfig: connectionSettings(current),
    stop: () => {
      stopped ??= shutDown();
      return stopped;
    },
  };
}

/** Right after a crash the remains of the old server may be in the way for a moment: then it is tried again. */
async function bringUp(options: PostmasterOptions, onStep: (message: string) => void): Promise<Postmaster> {
  const { clusterFolder } = options;
  for (const deadline = performance.now() + retryForMs; ; await pause(retryEveryMs)) {
    const orphan = await findPostmaster(clusterFolder);
    onStep(orphan ? `Taking over the running database (process ${orphan.pid})` : 'Starting the database');
    const postmaster = orphan ?? (await spawnPostmaster(options));
    const state = await waitForAnswer(postmaster, clusterFolder);
    if (state === 'answers') return postmaster;
    if (state === 'unreachable') await stopPostmaster(postmaster.pid);
    const mayRetry = orphan !== null || (await hasPidFile(clusterFolder));
    if (!mayRetry || performance.now() > deadline) throw await startFailure(options);
  }
}

async function startFailure({ logFile }: PostmasterOptions): Promise<UpstreamError> {
  const log = await readFile(logFile, 'utf8').catch(() => '');
  const lastLines = log.trimEnd().split('\n').slice(-5).join('\n');
  return failure(`The database did not start. ${logFile} ends with:\n${lastLines}`);
}

function failure(message: string): UpstreamError {
  return new UpstreamError('embedded-postgres', message, false);
}
