import { createHash } from 'node:crypto';
import { chown, lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UpstreamError } from '../../errors.ts';
import type { ServerUser } from './server-user.ts';

/**
 * Makes the folder of a data folder's sockets. The system allows a socket's path 107 bytes, which a data folder's own
 * path may exceed. Only the server's user may enter, which is all the authentication there is: a folder that someone
 * else put there is refused.
 */
export async function makeSocketFolder(dataDir: string, user: ServerUser | null): Promise<string> {
  const owner = user?.uid ?? process.getuid?.();
  const digest = createHash('sha256').update(`${owner}:${dataDir}`).digest('hex');
  const folder = `/tmp/parley-${digest.slice(0, 16)}`;
  try {
    await mkdir(folder, { mode: 0o700 });
    if (user) await chown(folder, user.uid, user.gid);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const found = await lstat(folder);
  if (found.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0) return folder;
  const message = `${folder}, meant for the database's sockets, was made by someone else. Remove it and start again.`;
  throw new UpstreamError('embedded-postgres', message, false);
}

/** The sockets of a killed server are in the next one's way, with the process id they name, whoever has it by now. */
export async function removeSockets(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { force: true });
}

export async function removeSocketFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
