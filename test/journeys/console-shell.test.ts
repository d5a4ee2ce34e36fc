import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testBrowser } from '../harness/browser.ts';
import { greetingGraph } from '../harness/flow-graphs.ts';
import { consoleOwner, openConsole } from '../harness/open-console.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

const firstScreenLimitBytes = 200_000;

const browser = testBrowser();
let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

test('an empty workspace offers the demo, which fills it', async () => {
  const { page, goTo } = await openConsole(browser, parley);
  await goTo('/');
  await page.getByRole('button', { name: 'Add the demo' }).click();
  await page.getByRole('link', { name: 'Support triage' }).waitFor();
  expect(await page.getByRole('row').count()).toBe(4);
  await page.getByRole('link', { name: 'Deployments' }).click();
  await page.getByRole('switch', { name: 'Help centre is active' }).waitFor();
});

test('the first screen loads no more script than it may', async () => {
  const { page, goTo } = await openConsole(browser, parley);
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await goTo('/flows');
  await page.waitForLoadState('networkidle');
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(firstScreenLimitBytes);
});

test('a flow is made, renamed, the renaming undone, and the flow deleted by typing its name', async () => {
  const { page, goTo } = await openConsole(browser, parley);
  await goTo('/flows');
  await page.keyboard.press('c');
  await page.getByLabel('Name', { exact: true }).fill('Feedback');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Feedback', level: 1 }).waitFor();
  expect(await page.title()).toBe('Feedback · Parley');

  await page.goBack();
  await page.getByRole('button', { name: 'Actions for Feedback' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Survey');
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await page.getByRole('link', { name: 'Survey' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('link', { name: 'Feedback' }).waitFor();

  await page.getByRole('button', { name: 'Actions for Feedback' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const confirm = page.getByRole('button', { name: 'Delete flow' });
  expect(await confirm.isDisabled()).toBe(true);
  await page.getByLabel('to confirm').fill('Feedback');
  await confirm.click();
  await page.getByRole('link', { name: 'Feedback' }).waitFor({ state: 'detached' });
});

test('the palette goes to a flow by a few letters, and the focus goes along', async () => {
  const flow = await parley.owner.publishedFlow(greetingGraph(), 'Welcome guests');
  const { page, goTo } = await openConsole(browser, parley);
  await goTo('/people');
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Go to or do anything').fill('guests');
  await page.getByRole('option', { name: 'Welcome guests' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Welcome guests', level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/flows/${flow.id}`);
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Welcome guests');
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await page.getByRole('heading', { name: 'Deployments', level: 1 }).waitFor();
});

test('the theme that was chosen stays', async () => {
  const { page, goTo } = await openConsole(browser, parley, { colorScheme: 'light' });
  const scheme = () => page.evaluate('getComputedStyle(document.documentElement).colorScheme');
  await goTo('/flows');
  await page.getByRole('button', { name: 'Ada Lovelace' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  expect(await scheme()).toBe('dark');
  await page.reload();
  await page.getByRole('heading', { name: 'Flows', level: 1 }).waitFor();
  expect(await scheme()).toBe('dark');
});

test('a lost connection is said, and nothing typed is lost', async () => {
  const { page, context, goTo, expectTrouble } = await openConsole(browser, parley);
  expectTrouble(/ERR_INTERNET_DISCONNECTED/);
  await goTo('/flows');
  await page.getByRole('button', { name: 'New flow' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Typed in a tunnel');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Create flow' }).click();
  await page.getByText('The connection to the server is lost').waitFor();
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Typed in a tunnel');
  await context.setOffline(false);
  await page.getByText('The connection to the server is lost').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Create flow' }).click();
  await page.getByRole('heading', { name: 'Typed in a tunnel', level: 1 }).waitFor();
});

test('a page that is not loaded yet comes when the connection is back', async () => {
  const { page, context, goTo, expectTrouble } = await openConsole(browser, parley);
  expectTrouble(/ERR_INTERNET_DISCONNECTED/);
  await goTo('/flows');
  await context.setOffline(true);
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.getByText('The connection to the server is lost').waitFor();
  await context.setOffline(false);
  await page.getByRole('heading', { name: 'People', level: 1 }).waitFor();
});

test('the page may not be framed, and runs no script but its own', async () => {
  const answer = await fetch(`${parley.url}/flows`);
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('script-src');
  const asset = /\/console-assets\/[^"]+\.js/.exec(await answer.text())?.[0];
  const script = await fetch(parley.url + asset);
  expect(script.headers.get('cache-control')).toContain('immutable');
});

test('filters of sessions live in the address', async () => {
  const { page, goTo } = await openConsole(browser, parley);
  await goTo('/sessions?status=ended');
  expect(await page.getByLabel('Status').inputValue()).toBe('ended');
  await page.getByLabel('Outcome').selectOption('unclear');
  await page.waitForURL('**/sessions?status=ended&outcome=unclear');
  await page.getByText('None fits these filters').waitFor();
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.waitForURL('**/sessions');
});

test('who was signed out meanwhile signs in and is back on the page', async () => {
  const { page, context, goTo } = await openConsole(browser, parley);
  await goTo('/sessions?status=ended');
  await context.clearCookies();
  await page.getByLabel('Outcome').selectOption('unclear');
  await page.getByLabel('Email').fill(consoleOwner.email);
  await page.getByLabel('Password', { exact: true }).fill(consoleOwner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/sessions?status=ended&outcome=unclear');
  await page.getByText('None fits these filters').waitFor();
});

test('a key is shown once, does what its scopes allow, and can be revoked', async () => {
  const { page, goTo } = await openConsole(browser, parley);
  await goTo('/settings/api-keys');
  await page.getByRole('button', { name: 'New key' }).click();
  await page.getByLabel('Name', { exact: true }).fill('CRM sync');
  await page.getByLabel('Flows').selectOption('write');
  await page.getByRole('button', { name: 'Create key' }).click();
  const key = await page.getByRole('dialog').locator('code').innerText();
  await page.getByRole('button', { name: 'I have kept it' }).click();
  const read = () => fetch(`${parley.url}/api/v1/flows`, { headers: { authorization: `Bearer ${key}` } });
  expect((await read()).status).toBe(200);

  const row = page.getByRole('row', { name: 'CRM sync' });
  expect(await row.innerText()).toContain('change flows; read deployments, sessions, people');
  await row.getByRole('button', { name: 'Revoke CRM sync' }).click();
  await page.getByRole('button', { name: 'Revoke key' }).click();
  await page.getByText('CRM sync was revoked').waitFor();
  expect((await read()).status).toBe(401);
});
