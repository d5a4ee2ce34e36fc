import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UpstreamError } from '../../errors.ts';
import { connectionSettings } from './connect.ts';
import { findPostmaster } from './postmaster.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres.ts';

/** A database that is there already, for a command beside the server. */
export interface JoinedPostgres extends EmbeddedPostgres {
  /** It runs for somebody else, and goes on when this command has ended. */
  readonly isShared: boolean;
}

/** Uses the server that works in the data folder, or starts it for as long as it is needed. Never makes a new database. */
export async function joinEmbeddedPostgres(dataDir: string): Promise<JoinedPostgres> {
  const clusterFolder = join(dataDir, 'postgres');
  if ((await stat(join(clusterFolder, 'PG_VERSION')).catch(() => null)) === null) {
    const message = `There is no database in ${dataDir}. Run this where Parley runs, with the PARLEY_DATA_DIR it runs with.`;
    throw new UpstreamError('embedded-postgres', message, false);
  }
  const postmaster = await findPostmaster(clusterFolder);
  if (postmaster) return { poolConfig: connectionSettings(postmaster), stop: async () => {}, isShared: true };
  return { ...(await startEmbeddedPostgres({ dataDir })), isShared: false };
}
