import type { Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testBrowser } from '../harness/browser.ts';
import { greetingGraph } from '../harness/flow-graphs.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { talk } from '../harness/talk.ts';

/** What an open chat may load of scripts, in bytes as they travel. */
const chatBudgetBytes = 15_000;
/** The same with the way in before it: lobby, disclosure, start. */
const wayInBudgetBytes = 19_000;

const browser = testBrowser();
let parley: TestParley;
let key: string;
beforeAll(async () => {
  parley = await startParley();
  const flow = await parley.owner.publishedFlow(greetingGraph());
  key = (await parley.owner.deploy(flow.id)).key;
});
afterAll(() => parley.stop());

/** Bytes of all scripts the page receives from now on. */
function countScripts(page: Page): () => Promise<number> {
  const scripts: Response[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response);
  });
  return async () => {
    expect(scripts).not.toEqual([]);
    await Promise.all(scripts.map((response) => response.finished()));
    const sizes = await Promise.all(scripts.map((response) => response.request().sizes()));
    const bytes = sizes.map(({ responseBodySize }) => responseBodySize);
    expect(bytes, 'a script came from the cache').not.toContain(0);
    return bytes.reduce((sum, size) => sum + size, 0);
  };
}

test('the scripts of an open chat, and of the way into it, keep to their budgets', async () => {
  const { context, page } = await browser.open();
  const wayInBytes = countScripts(page);
  await page.goto(`${parley.url}/d/${key}/chat`);
  await talk(page).start();
  await talk(page).sees('What is your name?');
  expect(await wayInBytes()).toBeLessThanOrEqual(wayInBudgetBytes);

  // The same browser with an empty cache, as when the visitor comes back the next day.
  const address = page.url();
  await page.close();
  const again = await context.newPage();
  await (await context.newCDPSession(again)).send('Network.clearBrowserCache');
  const chatBytes = countScripts(again);
  await again.goto(address);
  await talk(again).sees('What is your name?');
  expect(await chatBytes()).toBeLessThanOrEqual(chatBudgetBytes);
});

test('scripts, styles and words of the page and of the embed come in the smallest form the browser takes', async () => {
  const { page } = await browser.open();
  const encodings = new Map<string, string | undefined>();
  page.on('response', (response) => {
    const kind = /\.(js|css|json)$/.exec(response.url())?.[1];
    if (kind) encodings.set(kind, response.headers()['content-encoding']);
  });
  await page.goto(`${parley.url}/d/${key}/chat`);
  await talk(page).start();
  expect(Object.fromEntries(encodings)).toEqual({ js: 'br', css: 'br', json: 'br' });

  for (const encoding of ['br', 'gzip', 'identity']) {
    const { headers, status } = await fetch(`${parley.url}/embed.js`, { headers: { 'accept-encoding': encoding } });
    expect(status).toBe(200);
    expect(headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
    expect(headers.get('vary')?.toLowerCase()).toContain('accept-encoding');
    expect(headers.get('content-type')).toMatch(/^(text|application)\/javascript; charset=utf-8$/);
    expect(headers.get('cache-control')).toBe('public, max-age=300');
    expect(headers.get('access-control-allow-origin')).toBe('*');
  }
});

test('the console comes compressed too', async () => {
  const html = await (await fetch(parley.url)).text();
  const script = /src="(\/console-assets\/[^"]+\.js)"/.exec(html)?.[1];
  const { headers } = await fetch(parley.url + script, { headers: { 'accept-encoding': 'br, gzip' } });
  expect(headers.get('content-encoding')).toBe('br');
});
