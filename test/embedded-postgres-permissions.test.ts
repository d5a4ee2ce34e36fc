import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask, copyPackage, type Holder, nobody, startHolder } from './harness/embedded-holder.ts';

describe.runIf(process.getuid?.() === 0)('the permissions of the embedded PostgreSQL', () => {
  let folder: string;
  let holder: Holder | null;

  beforeEach(() => {
    folder = mkdtempSync('/tmp/parley-test-');
    holder = null;
  });
  afterEach(async () => {
    await holder?.letGo();
    rmSync(folder, { recursive: true, force: true });
  });

  test('root may keep both the clone and the data in folders closed to everyone else', async () => {
    const packageFolder = copyPackage(join(folder, 'clone/package'));
    chmodSync(folder, 0o700);
    holder = await startHolder({ dataDir: join(folder, 'clone/data'), packageFolder });
    expect(await ask(holder, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
    expect(statSync(join(folder, 'clone/data/postgres/PG_VERSION')).uid).not.toBe(0);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(folder, 'clone/data')).sort()).toEqual(['parley.lock', 'postgres', 'postgres.log']);
  });

  test('a database that root restored is given to the user that serves it', async () => {
    const dataDir = join(folder, 'data');
    await (await startHolder({ dataDir })).letGo();
    chownAll(join(dataDir, 'postgres'), 0);
    holder = await startHolder({ dataDir });
    expect(await ask(holder, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
  });

  test('an ordinary user copies a package that is neither complete nor writable', async () => {
    const packageFolder = copyPackage(join(folder, 'package'));
    chmodSync(folder, 0o777);
    holder = await startHolder({ dataDir: join(folder, 'data'), packageFolder, user: nobody });
    expect(readdirSync(join(folder, 'data')).some((name) => name.startsWith('postgresql-'))).toBe(true);
    expect(readdirSync(join(packageFolder, 'native/lib'))).not.toContain('libicuuc.so.60');
  });

  test('a database of another user is refused in plain words', async () => {
    const dataDir = join(folder, 'data');
    chmodSync(folder, 0o777);
    await (await startHolder({ dataDir, user: nobody })).letGo();
    chownAll(join(dataDir, 'postgres'), 1);
    const refused = startHolder({ dataDir, user: nobody });
    await expect(refused).rejects.toThrow(/belongs to user 1, but Parley runs as user 65534|cannot be read/);
  });

  test('a data folder that cannot be written is named', async () => {
    const refused = startHolder({ dataDir: join(folder, 'data'), user: nobody });
    await expect(refused).rejects.toThrow(`The data folder ${join(folder, 'data')} cannot be used`);
  });
});

function chownAll(folder: string, uid: number): void {
  for (const entry of ['.', ...readdirSync(folder, { recursive: true })])
    chownSync(join(folder, String(entry)), uid, uid);
}
