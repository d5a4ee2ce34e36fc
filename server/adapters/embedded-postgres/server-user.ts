import { readFile, stat } from 'node:fs/promises';
import { UpstreamError } from '../../errors.ts';

/** The user PostgreSQL runs as. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** By preference: accounts made for databases, then the one every system has. */
const accounts = ['postgres', '_postgres', 'nobody'];

/**
 * Null for an ordinary user, who runs PostgreSQL as himself. PostgreSQL refuses root, so under root it is the owner of
 * the existing database folder, else one of the system's unprivileged accounts.
 */
export async function chooseServerUser(clusterFolder: string): Promise<ServerUser | null> {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(clusterFolder).catch(() => null);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const user = accounts.map((name) => findAccount(passwd, name)).find((found) => found !== null);
  if (user) return user;
  throw new UpstreamError(
    'embedded-postgres',
    `PostgreSQL refuses to run as root and none of the accounts ${accounts.join(', ')} exists. Start Parley as an ordinary user, or set DATABASE_URL to an external PostgreSQL.`,
    false,
  );
}

function findAccount(passwd: string, name: string): ServerUser | null {
  const [, , uid, gid] =
    passwd
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
      ?.split(':') ?? [];
  return Number(uid) > 0 && Number(gid) > 0 ? { uid: Number(uid), gid: Number(gid) } : null;
}
