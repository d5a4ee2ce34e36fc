import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityProblems, testBrowser } from '../harness/browser.ts';
import { type CustomerSite, customerSite, embeddedIn } from '../harness/customer-site.ts';
import { greetingGraph } from '../harness/flow-graphs.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { talk } from '../harness/talk.ts';

const browser = testBrowser();
let parley: TestParley;
let site: CustomerSite;
let flowId: string;
beforeAll(async () => {
  parley = await startParley();
  site = await customerSite(parley.url);
  flowId = (await parley.owner.publishedFlow(greetingGraph())).id;
});
afterAll(async () => {
  site.stop();
  await parley.stop();
});

async function deployed(settings: object = {}): Promise<string> {
  return (await parley.owner.deploy(flowId, { name: 'Help', ...settings })).key;
}

test('the bubble appears only after a decision to serve, and loads the conversation only when it is opened', async () => {
  const { context, page } = await browser.open();
  const embedded = embeddedIn(page);
  const requested: string[] = [];
  page.on('request', (request) => requested.push(new URL(request.url()).pathname));
  let decide = () => {};
  const decided = new Promise<void>((resolve) => {
    decide = resolve;
  });
  await context.route('**/decision', (route) => decided.then(() => route.continue()));
  const asked = page.waitForRequest('**/decision');
  const key = await deployed();
  await page.goto(site.pageWith({ 'data-deployment': key }));
  await asked;
  expect(await embedded.element.count()).toBe(0);
  decide();
  await embedded.launcher.waitFor();
  expect(requested).not.toContain(`/d/${key}`);
  await embedded.launcher.click();
  await embedded.frame.getByRole('button', { name: 'Start conversation' }).waitFor();
  expect(requested).toContain(`/d/${key}`);
});

test('a visitor who is not served sees nothing at all, and the page hears of it', async () => {
  const { page } = await browser.open();
  const embedded = embeddedIn(page);
  await page.goto(site.pageWith({ 'data-deployment': await deployed({ rollout: { percentage: 0 } }) }));
  await embedded.hears('notServed');
  expect(await embedded.element.count()).toBe(0);
  await embedded.command('open');
  expect(await embedded.element.count()).toBe(0);
});

test('the visitor talks in the bubble; Escape closes it, and the focus returns', async () => {
  const { page } = await browser.open();
  const embedded = embeddedIn(page);
  await page.goto(site.pageWith({ 'data-deployment': await deployed() }));
  expect(await accessibilityProblems(page)).toEqual([]);
  await embedded.launcher.focus();
  await page.keyboard.press('Enter');
  const visitor = talk(embedded.frame);
  await visitor.start();
  await visitor.say('Ann');
  await visitor.sees('Hello Ann!');
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.keyboard.press('Escape');
  await embedded.frame.getByRole('log').waitFor({ state: 'hidden' });
  await embedded.launcher.and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await visitor.sees('Hello Ann!');
  await visitor.press('Close');
  await embedded.launcher.and(page.locator(':focus')).waitFor();
});

test('the conversation goes on at the next page, also where the browser gives the iframe no storage', async () => {
  const { page } = await browser.open();
  const embedded = embeddedIn(page);
  const address = site.pageWith({ 'data-deployment': await deployed() });
  await page.goto(address);
  await embedded.launcher.click();
  const visitor = talk(embedded.frame);
  await visitor.start();
  await visitor.say('Ann');
  await visitor.sees('Hello Ann!');

  await page.goto(`${address}&data-theme=next`);
  await embedded.launcher.click();
  await visitor.sees('Hello Ann!');
  await visitor.say('no');
  await visitor.sees('Bye Ann.');
});

test('the page hears of everything that happens, once and in order', async () => {
  const { page } = await browser.open();
  const embedded = embeddedIn(page);
  await page.goto(site.pageWith({ 'data-deployment': await deployed() }));
  await embedded.hears('served');
  await embedded.command('open');
  const visitor = talk(embedded.frame);
  await visitor.start();
  await visitor.say('Ann');
  await visitor.sees('Hello Ann!');
  await visitor.say('no');
  await embedded.hears('sessionEnded');
  await embedded.command('close');
  expect(await embedded.heard()).toEqual([
    'served',
    'opened',
    'sessionStarted',
    'messageReceived',
    'messageReceived',
    'sessionEnded',
    'closed',
  ]);
});

test('inline, the conversation is part of the page, and Escape leaves it there', async () => {
  const { page } = await browser.open();
  const embedded = embeddedIn(page);
  await page.goto(
    site.pageWith({ 'data-deployment': await deployed(), 'data-mode': 'inline', 'data-target': '#here' }),
  );
  const visitor = talk(embedded.frame);
  await visitor.start();
  await visitor.sees('What is your name?');
  expect(await page.locator('#here > parley-conversation').count()).toBe(1);
  expect(await embedded.launcher.count()).toBe(0);
  await page.keyboard.press('Escape');
  await visitor.say('Ann');
  await visitor.sees('Hello Ann!');
});

test('over the whole page, the conversation covers it', async () => {
  const { page } = await browser.open({ viewport: { width: 900, height: 700 } });
  const embedded = embeddedIn(page);
  await page.goto(site.pageWith({ 'data-deployment': await deployed(), 'data-mode': 'page' }));
  const visitor = talk(embedded.frame);
  await visitor.start();
  await visitor.sees('What is your name?');
  const box = await page.locator('parley-conversation iframe').boundingBox();
  expect(box).toEqual({ x: 0, y: 0, width: 900, height: 700 });
});

test('on a small screen the open bubble covers the page and can be closed', async () => {
  const { page } = await browser.open({ viewport: { width: 320, height: 568 } });
  const embedded = embeddedIn(page);
  await page.goto(site.pageWith({ 'data-deployment': await deployed() }));
  await embedded.launcher.click();
  await talk(embedded.frame).start();
  expect(await page.locator('parley-conversation iframe').boundingBox()).toMatchObject({ x: 0, y: 0, width: 320 });
  await talk(embedded.frame).press('Close');
  await embedded.launcher.waitFor();
});

test('a page without reloads can take the conversation away and bring another', async () => {
  const { page } = await browser.open();
  const embedded = embeddedIn(page);
  const [first, second] = [await deployed(), await deployed({ name: 'Sales' })];
  await page.goto(site.pageWith({ 'data-deployment': first }));
  await embedded.launcher.waitFor();
  await embedded.command('shutdown');
  expect(await embedded.element.count()).toBe(0);
  await embedded.command('boot', { deployment: second });
  await page.getByRole('button', { name: 'Open conversation: Sales' }).waitFor();
  expect(await embedded.element.count()).toBe(1);
});
