import { mkdtempSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BrowserWindow, testBrowser } from '../harness/browser.ts';
import { echoGraph } from '../harness/flow-graphs.ts';
import { freePort } from '../harness/free-port.ts';
import type { Json } from '../harness/http-client.ts';
import { type Owner, ownerOf } from '../harness/parley-client.ts';
import { endOrphans, type SpawnedParley, spawnParley } from '../harness/spawn-parley.ts';
import { type Talk, talk } from '../harness/talk.ts';

const apiKey = 'a-key-for-tests-of-the-page';
const browser = testBrowser();
let dataDir: string;
let parley: SpawnedParley;
let owner: Owner;

beforeAll(async () => {
  dataDir = mkdtempSync('/tmp/parley-page-');
  parley = spawnParley({ port: await freePort(), dataDir, apiKey });
  await parley.ready;
  owner = ownerOf(parley.url, apiKey);
});
afterAll(async () => {
  await parley?.stop();
  await endOrphans(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

/** A visitor who has said one thing and has been answered; what they said is read where the server keeps it. */
async function begin(): Promise<BrowserWindow & { visitor: Talk; said(): Promise<string[]> }> {
  const flow = await owner.publishedFlow(echoGraph());
  const { id, key } = await owner.deploy(flow.id);
  const window = await browser.open();
  const visitor = talk(window.page);
  await window.page.goto(`${parley.url}/d/${key}/chat`);
  await visitor.start();
  await visitor.say('one');
  await visitor.sees('You said: one');
  const said = async () => {
    const { items } = await owner.must(200, 'GET', `/api/v1/sessions?deployment=${id}`);
    const { events } = await owner.must(200, 'GET', `/api/v1/sessions/${items[0].id}`);
    return events
      .filter((event: Json) => event.type === 'message' && event.from === 'visitor')
      .map((event: Json) => event.text);
  };
  return { ...window, visitor, said };
}

test('a reload goes on where the visitor was, without asking again', async () => {
  const { page, visitor, said } = await begin();
  await page.reload();
  await visitor.sees('You said: one');
  await visitor.say('two');
  await visitor.sees('You said: two');
  expect(await said()).toEqual(['one', 'two']);
});

test('what is written offline is kept, and delivered once, in its order', async () => {
  const { context, page, visitor, said, expectTrouble } = await begin();
  expectTrouble(/ERR_INTERNET_DISCONNECTED/);
  await context.setOffline(true);
  await page.getByText('You are offline.').waitFor();
  await visitor.say('two');
  await visitor.say('three');
  await page.getByText('Waiting to be sent').nth(1).waitFor();
  expect(await said()).toEqual(['one']);

  await context.setOffline(false);
  await visitor.sees('You said: three');
  await page.getByText('Waiting to be sent').first().waitFor({ state: 'detached' });
  expect(await said()).toEqual(['one', 'two', 'three']);
});

test('what was waiting when the page was closed is sent when it is opened again', async () => {
  const { context, page, said, visitor, expectTrouble } = await begin();
  expectTrouble(/ERR_/);
  await context.route('**/messages', (route) => route.abort());
  await visitor.say('two');
  await page.getByText('Waiting to be sent').waitFor();
  const address = page.url();
  await page.close();

  await context.unroute('**/messages');
  const again = await context.newPage();
  await again.goto(address);
  await talk(again).sees('You said: two');
  expect(await said()).toEqual(['one', 'two']);
});

test('a message whose answer got lost on its way back is not delivered twice', async () => {
  const { context, visitor, said, expectTrouble } = await begin();
  expectTrouble(/ERR_FAILED/);
  let lost = 0;
  await context.route('**/messages', async (route) => {
    lost += 1;
    await route.fetch();
    if (lost === 1) return route.abort();
    return route.continue();
  });
  await visitor.say('two');
  await visitor.sees('You said: two');
  await context.unroute('**/messages');
  await visitor.say('three');
  await visitor.sees('You said: three');
  expect(await said()).toEqual(['one', 'two', 'three']);
});

test('kill -9 of the server: the page reconnects by itself and the message written meanwhile arrives', async () => {
  const { page, visitor, said, expectTrouble } = await begin();
  expectTrouble(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE/);
  await parley.kill9('everything');
  await visitor.say('two');
  await page.getByText('Reconnecting…').waitFor();
  await page.getByText('Waiting to be sent').waitFor();

  parley = spawnParley({ port: Number(new URL(parley.url).port), dataDir, apiKey });
  await parley.ready;
  await visitor.sees('You said: two');
  await visitor.say('three');
  await visitor.sees('You said: three');
  await page.getByText('Reconnecting…').waitFor({ state: 'detached' });
  expect(await said()).toEqual(['one', 'two', 'three']);
});
