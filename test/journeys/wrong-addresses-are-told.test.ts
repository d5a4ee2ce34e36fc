import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityProblems, testBrowser } from '../harness/browser.ts';
import { greetingGraph } from '../harness/flow-graphs.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

const browser = testBrowser();
let parley: TestParley;
let key: string;
beforeAll(async () => {
  parley = await startParley();
  const flow = await parley.owner.publishedFlow(greetingGraph());
  key = (await parley.owner.deploy(flow.id)).key;
});
afterAll(() => parley.stop());

async function visit(path: string, colorScheme: 'light' | 'dark' = 'light') {
  const { page, expectTrouble } = await browser.open({ colorScheme, viewport: { width: 375, height: 700 } });
  expectTrouble(/404 \(Not Found\)/);
  const answer = await page.goto(parley.url + path);
  expect(answer?.status()).toBe(404);
  expect(answer?.headers()).toMatchObject({ 'content-type': 'text/html; charset=utf-8', vary: 'accept' });
  expect(await accessibilityProblems(page)).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(375);
  return page;
}

test.each(['light', 'dark'] as const)('in %s, an owner who mistypes is led to the console', async (scheme) => {
  const page = await visit('/nonsense', scheme);
  await page.getByRole('heading', { name: 'There is no such page', level: 1 }).waitFor();
  expect(await page.title()).toBe('There is no such page');
  await page.getByRole('link', { name: 'Go to the console' }).click();
  await page.waitForURL(/\/sign-in/);
});

test.each(['/sms', '/chat/more', '/Chat'])(
  'a visitor at the wrong way in, %s, is led to the right one',
  async (rest) => {
    const page = await visit(`/d/${key}${rest}`);
    await page.getByRole('heading', { name: 'This page does not exist', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Go to the conversation' }).click();
    await page.getByRole('button', { name: 'Start conversation' }).waitFor();
  },
);

test.each(['/d', '/d/', '/d/unknown/sms'])(
  'a visitor at %s, where no conversation is, is led nowhere',
  async (path) => {
    const page = await visit(path, 'dark');
    await page.getByRole('heading', { name: 'This page does not exist', level: 1 }).waitFor();
    expect(await page.getByRole('link').count()).toBe(0);
  },
);

test('an address that cannot be read is told as a wrong one', async () => {
  const { page, expectTrouble } = await browser.open();
  expectTrouble(/400 \(Bad Request\)/);
  await page.goto(`${parley.url}/d/%E0%A4%A`);
  await page.getByRole('heading', { name: 'This page does not exist' }).waitFor();
});

test('a link with a slash at its end leads where the one without leads', async () => {
  const { page } = await browser.open();
  for (const path of ['/', '/chat/']) {
    const answer = await page.goto(`${parley.url}/d/${key}${path}`);
    expect(answer?.status()).toBe(200);
    await page.getByRole('button', { name: 'Start conversation' }).waitFor();
  }
});

test.each(['/nonsense', '/d/unknown/sms', '/api/v1/nonsense'])('a program gets a problem at %s', async (path) => {
  for (const accept of ['*/*', 'application/json']) {
    const answer = await fetch(parley.url + path, { headers: { accept } });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'not_found' });
  }
});

test('a browser that opens an address of the API reads what programs read', async () => {
  const { page, expectTrouble } = await browser.open();
  expectTrouble(/404 \(Not Found\)/);
  const answer = await page.goto(`${parley.url}/api/v1/nonsense`);
  expect(answer?.headers()['content-type']).toContain('application/problem+json');
});
