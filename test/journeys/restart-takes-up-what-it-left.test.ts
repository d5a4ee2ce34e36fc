import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { connectionSettings } from '../../server/adapters/embedded-postgres/connect.ts';
import { findPostmaster } from '../../server/adapters/embedded-postgres/postmaster.ts';
import { says, startFakeModelServer } from '../harness/fake-model-server.ts';
import { freePort } from '../harness/free-port.ts';
import { ownerOf, visitorOf } from '../harness/parley-client.ts';
import { endOrphans, spawnParley } from '../harness/spawn-parley.ts';
import { until } from '../harness/until.ts';

test('the only server on its database goes on with an answer after kill -9, whatever lease the dead one held', {
  timeout: 90_000,
}, async () => {
  const dataDir = mkdtempSync('/tmp/parley-restart-');
  const apiKey = 'a-key-for-tests-of-restarts';
  const model = await startFakeModelServer();
  const env = { PARLEY_MODEL: 'openai-compatible:fake', PARLEY_MODEL_BASE_URL: model.baseUrl };
  const port = await freePort();
  let parley = spawnParley({ port, dataDir, apiKey, env });
  try {
    await parley.ready;
    const owner = ownerOf(parley.url, apiKey);
    const twin = await owner.publishedTwin('Ada', { greeting: 'Hello.' });
    const session = await visitorOf(parley.url, (await owner.deployTwin(twin.id)).key).start();
    model.always(says('The first half. ', { until: () => new Promise(() => {}) }));
    await session.send('Is it so?');
    await until(async () => model.requests.length, Boolean);
    // Else it would set the lease to a few seconds again.
    parley.signal('SIGSTOP');
    expect(await lengthenLeases(dataDir)).toBe(1);
    await parley.kill9('everything');

    model.always(says('It is so.'));
    parley = spawnParley({ port, dataDir, apiKey, env });
    await parley.ready;
    const { events } = await until(
      () => session.read(),
      ({ events }) => events.filter(({ type }: { type: string }) => type === 'message').length === 3,
    );
    expect(events.at(-1)).toMatchObject({ from: 'agent', text: 'It is so.' });
  } finally {
    await parley.stop();
    await endOrphans(dataDir);
    await model.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});

/** Resolves with how many leases there are. */
async function lengthenLeases(dataDir: string): Promise<number | null> {
  const postmaster = await findPostmaster(join(dataDir, 'postgres'));
  if (!postmaster) throw new Error('there is no database');
  const client = new pg.Client(connectionSettings(postmaster));
  await client.connect();
  const { rowCount } = await client.query("UPDATE effect SET lease_until = now() + interval '1 hour'");
  await client.end();
  return rowCount;
}
