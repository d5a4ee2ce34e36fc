import { mkdtempSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../harness/free-port.ts';
import { type Owner, ownerOf } from '../harness/parley-client.ts';
import { htmlPage, type SmallSite, smallSite } from '../harness/small-site.ts';
import { endOrphans, type SpawnedParley, spawnParley } from '../harness/spawn-parley.ts';
import { until } from '../harness/until.ts';
import { readingEnds, uploadSource } from '../harness/upload-source.ts';

const apiKey = 'a-key-for-tests-of-sources';
let dataDir: string;
let site: SmallSite;
let parley: SpawnedParley;
let owner: Owner;

beforeAll(async () => {
  dataDir = mkdtempSync('/tmp/parley-sources-');
  site = await smallSite({ '/guide': htmlPage('Guide', 'The blue key opens the shed.') });
  await start(await freePort());
});
afterAll(async () => {
  await parley?.stop();
  await endOrphans(dataDir);
  site?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(port: number): Promise<void> {
  parley = spawnParley({ port, dataDir, apiKey, env: { PARLEY_HTTP_ALLOW: site.host } });
  await parley.ready;
  owner = ownerOf(parley.url, apiKey);
}

test('what was being read when the server was killed is read after the restart, and what waited too', async () => {
  site.hold();
  const added = await owner.must(201, 'POST', '/api/v1/sources/urls', { urls: [`${site.url}/guide`] });
  const { id } = added.items[0];
  const timesAsked = () => site.asked.filter((path) => path === '/guide').length;
  await until(async () => timesAsked(), Boolean);
  expect(await owner.must(200, 'GET', `/api/v1/sources/${id}`)).toMatchObject({ status: 'reading', text: null });
  const { body: file } = await uploadSource({ url: parley.url, key: apiKey }, 'plain.txt', 'The lift is out of order.');
  await parley.kill9('everything');
  site.letGo();
  await start(Number(new URL(parley.url).port));
  expect(await readingEnds(owner, id)).toMatchObject({ status: 'ready', revision: 1, error: null });
  expect((await readingEnds(owner, id)).text).toContain('The blue key opens the shed.');
  expect(timesAsked()).toBeGreaterThan(1);
  expect(await readingEnds(owner, file.id)).toMatchObject({ status: 'ready', text: 'The lift is out of order.' });
});

test('a page that a site could not give is asked for again, also by a server that was killed meanwhile', async () => {
  site.failWith(503);
  const added = await owner.must(201, 'POST', '/api/v1/sources/urls', { urls: [`${site.url}/guide`] });
  const source = () => owner.must(200, 'GET', `/api/v1/sources/${added.items[0].id}`);
  const waiting = await until(source, ({ retry }) => retry !== null);
  expect(waiting).toMatchObject({ status: 'waiting', retry: { attempt: 2, of: 4 } });
  expect(waiting.error).toContain('answered 503 instead of a page');
  await parley.kill9('everything');
  site.failWith(null);
  await start(Number(new URL(parley.url).port));
  expect(await readingEnds(owner, added.items[0].id)).toMatchObject({ status: 'ready', error: null, retry: null });
});
