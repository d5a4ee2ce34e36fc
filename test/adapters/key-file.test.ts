import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptSecretKey } from '../../server/adapters/key-file/key-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-key-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('the key is made once, for its user alone, and is the same ever after', async () => {
  const key = await keptSecretKey(folder);
  expect(key.length).toBeGreaterThanOrEqual(32);
  await expect(keptSecretKey(folder)).resolves.toBe(key);
  expect(await readdir(folder)).toEqual(['secret.key']);
  expect((await stat(join(folder, 'secret.key'))).mode & 0o077).toBe(0);
});

test.each([
  ['nothing', ''],
  ['half a key', 'qWxk93'],
])('a file with %s in it is refused, and left as it is', async (_, content) => {
  await writeFile(join(folder, 'secret.key'), content);
  await expect(keptSecretKey(folder)).rejects.toThrow(/secret\.key is damaged: it holds \d characters/);
  expect((await stat(join(folder, 'secret.key'))).size).toBe(content.length);
});
