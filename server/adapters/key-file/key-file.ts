import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What PARLEY_SECRET_KEY must have too. */
const fewestCharacters = 32;

/** The key of this installation, made once and kept in its data folder, readable by its user alone. */
export async function keptSecretKey(dataDir: string): Promise<string> {
  const path = join(dataDir, 'secret.key');
  const key = (await readIfThere(path)) ?? (await makeKey(path));
  if (key.length >= fewestCharacters) return key;
  throw new Error(
    `${path} is damaged: it holds ${key.length} characters, and a key has at least ${fewestCharacters} characters. Put the key back with which the database was set up; with another one, stored secrets stay closed.`,
  );
}

/** Another process may have made it meanwhile: then that one counts. */
async function makeKey(path: string): Promise<string> {
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true });
  try {
    await link(draft, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return (await readFile(path, 'utf8')).trim();
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
