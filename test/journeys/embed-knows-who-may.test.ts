import { SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testBrowser } from '../harness/browser.ts';
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

const membersOnly = {
  audience: { groups: [{ name: 'Pro', filters: [{ attribute: 'contact.plan', operator: 'equals', value: 'pro' }] }] },
};

/** What the customer's own server makes for the people it knows. */
async function identityToken(claims: Record<string, string>, secret?: string): Promise<string> {
  const key = secret ?? (await parley.owner.must(200, 'GET', '/api/v1/identity-secret')).secret;
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(key));
}

test('whoever signs in is served by what their token says, and is known in the session', async () => {
  const { page } = await browser.open();
  const embedded = embeddedIn(page);
  const { id, key } = await parley.owner.deploy(flowId, membersOnly);
  await page.goto(site.pageWith({ 'data-deployment': key }));
  await embedded.hears('notServed');
  expect(await embedded.launcher.count()).toBe(0);

  const token = await identityToken({ sub: 'user-7', plan: 'pro', name: 'Ann', email: 'ann@example.com' });
  await embedded.command('identify', token);
  await embedded.launcher.click();
  await talk(embedded.frame).start();
  await talk(embedded.frame).sees('What is your name?');

  const { items } = await parley.owner.must(200, 'GET', `/api/v1/sessions?deployment=${id}`);
  const { personId } = await parley.owner.must(200, 'GET', `/api/v1/sessions/${items[0].id}`);
  const person = await parley.owner.must(200, 'GET', `/api/v1/people/${personId}`);
  expect(person).toMatchObject({ name: 'Ann', email: 'ann@example.com' });
  const addresses = await page.evaluate<string[]>(
    "performance.getEntriesByType('resource').map((entry) => entry.name).concat(location.href)",
  );
  expect(addresses.filter((address) => address.includes(token))).toEqual([]);
});

test('the token may stand in the script element, too', async () => {
  const { page } = await browser.open();
  const embedded = embeddedIn(page);
  const { key } = await parley.owner.deploy(flowId, membersOnly);
  const token = await identityToken({ sub: 'user-8', plan: 'pro' });
  await page.goto(site.pageWith({ 'data-deployment': key, 'data-identity-token': token }));
  await embedded.launcher.waitFor();
});

test('a token that somebody else signed shows nothing, and its reason is for the developer', async () => {
  const { page, expectTrouble } = await browser.open();
  const embedded = embeddedIn(page);
  expectTrouble(/401/);
  const { key } = await parley.owner.deploy(flowId);
  const warned = page.waitForEvent('console', (message) => message.type() === 'warning');
  const token = await identityToken({ sub: 'user-7', plan: 'pro' }, 'not the secret of this workspace, but long');
  await page.goto(site.pageWith({ 'data-deployment': key, 'data-identity-token': token }));
  await embedded.hears('notServed');
  expect((await warned).text()).toContain('The signature does not match');
  expect(await embedded.element.count()).toBe(0);
});

test('a site that is not allowed gets neither a bubble nor the conversation in a frame of its own', async () => {
  const { page, expectTrouble } = await browser.open();
  const embedded = embeddedIn(page);
  expectTrouble(/403|frame-ancestors|ERR_BLOCKED_BY_RESPONSE/);
  const { key } = await parley.owner.deploy(flowId, { appearance: { allowedDomains: ['https://shop.example'] } });
  const warned = page.waitForEvent('console', (message) => message.type() === 'warning');
  await page.goto(site.pageWith({ 'data-deployment': key }));
  await embedded.hears('notServed');
  expect((await warned).text()).toContain(`may not be embedded in ${site.origin}`);
  expect(await embedded.element.count()).toBe(0);

  const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('/d/'));
  await page.evaluate(
    `document.body.append(Object.assign(document.createElement('iframe'), { src: '${parley.url}/d/${key}?embed=1' }))`,
  );
  expect((await failed).failure()?.errorText).toBe('net::ERR_BLOCKED_BY_RESPONSE');
});

test('a site that is allowed gets both', async () => {
  const { page } = await browser.open();
  const embedded = embeddedIn(page);
  const allowedDomains = ['https://shop.example', site.origin];
  const { key } = await parley.owner.deploy(flowId, { appearance: { allowedDomains } });
  await page.goto(site.pageWith({ 'data-deployment': key }));
  await embedded.launcher.click();
  await talk(embedded.frame).start();
  await talk(embedded.frame).sees('What is your name?');
});

test('a mistaken key shows nothing and says so to the developer', async () => {
  const { page, expectTrouble } = await browser.open();
  const embedded = embeddedIn(page);
  expectTrouble(/404/);
  const warned = page.waitForEvent('console', (message) => message.type() === 'warning');
  await page.goto(site.pageWith({ 'data-deployment': 'no-such-key' }));
  expect((await warned).text()).toContain('There is no such conversation.');
  expect(await embedded.element.count()).toBe(0);
});

test('another window cannot play the conversation, nor the page around it', async () => {
  const { page } = await browser.open();
  const embedded = embeddedIn(page);
  const { key } = await parley.owner.deploy(flowId);
  await page.goto(site.pageWith({ 'data-deployment': key }));
  await embedded.launcher.click();
  await talk(embedded.frame).start();
  await page.evaluate(
    "for (const type of ['close', 'unread']) postMessage({ parley: 1, type, count: 3 }, '*'); new Promise((resolve) => setTimeout(resolve))",
  );
  expect(await embedded.heard()).not.toContain('closed');
  await page.getByRole('button', { name: 'Close conversation: A deployment', exact: true }).waitFor();
});
