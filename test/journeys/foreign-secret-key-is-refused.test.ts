import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureWorkspace } from '../../server/access/first-start.ts';
import { aesVault } from '../../server/adapters/aes-vault/aes-vault.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

test('a start with another secret key than the database was set up with is refused', async () => {
  const { ctx } = parley.parley;
  await expect(ensureWorkspace(ctx)).resolves.toMatchObject({ isNew: false });
  const foreign = { ...ctx, vault: aesVault('another secret key, also long enough') };
  await expect(ensureWorkspace(foreign)).rejects.toThrow('secret key is not the one');
});
