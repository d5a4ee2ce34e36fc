import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownerLink } from '../../server/access/first-start.ts';
import { accessibilityProblems, testBrowser } from '../harness/browser.ts';
import { consoleOwner, openConsole, openSignedOut } from '../harness/open-console.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

const browser = testBrowser();
let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

test('before there is an account, the way in is the link that was printed, and nothing is refused on the way', async () => {
  const { page } = await browser.open();
  await page.goto(`${parley.url}/`);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByText('Open the one-time link that Parley printed when it started').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('the owner link makes an account, which can sign out and in again', async () => {
  const { page } = await openSignedOut(browser, parley);
  const link = (await ownerLink(parley.parley.ctx, parley.actor)) ?? '';

  await page.goto(link);
  await page.getByText('You join My workspace as owner').waitFor();
  await page.getByLabel('Your name').fill(consoleOwner.name);
  await page.getByLabel('Email').fill('ada@example');
  await page.getByLabel('Password', { exact: true }).fill(consoleOwner.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByText('Must be an email address.').waitFor();
  expect(await page.getByLabel('Email').getAttribute('aria-invalid')).toBe('true');
  await page.getByLabel('Email').fill(consoleOwner.email);
  await page.getByRole('button', { name: 'Create account' }).click();

  await page.getByRole('heading', { name: 'Flows', level: 1 }).waitFor();
  await page.getByText('Build your first conversation').waitFor();
  await page.getByRole('button', { name: consoleOwner.name }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();

  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.goto(`${parley.url}/settings/members`);
  await page.getByLabel('Email').fill(consoleOwner.email);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('do not belong together').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByLabel('Password', { exact: true }).fill(consoleOwner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();

  await page.getByRole('table', { name: 'Members' }).getByText(consoleOwner.email).waitFor();
  expect(new URL(page.url()).pathname).toBe('/settings/members');
});

test('once somebody has an account, the way in for others is an invitation', async () => {
  await openConsole(browser, parley);
  const { page } = await browser.open();
  await page.goto(`${parley.url}/flows`);
  await page.getByText('An owner of the workspace can send you a link').waitFor();
});

test('a page that names no picture gets one', async () => {
  const { page } = await browser.open();
  const answer = await page.request.get(`${parley.url}/favicon.ico`);
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/svg+xml']);
});

test('a link that was used says so, and leads to the sign-in', async () => {
  await openConsole(browser, parley);
  const { page } = await openSignedOut(browser, parley);
  await page.goto(`${parley.url}/join#inv_used`);
  await page.getByText('was used, withdrawn or has expired').waitFor();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
});

test('a member joins by a link, as what they were invited for', async () => {
  const owner = await openConsole(browser, parley);
  await owner.goTo('/settings/members');
  await owner.page.getByRole('button', { name: 'Invite' }).click();
  await owner.page.getByLabel('Role', { exact: true }).selectOption('viewer');
  await owner.page.getByRole('button', { name: 'Make the link' }).click();
  const link = await owner.page.getByRole('dialog').locator('code').innerText();

  const { page } = await openSignedOut(browser, parley);
  await page.goto(link);
  await page.getByLabel('Your name').fill('Grace Hopper');
  await page.getByLabel('Email').fill('grace@example.com');
  await page.getByLabel('Password', { exact: true }).fill('another long password');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('heading', { name: 'Flows', level: 1 }).waitFor();
  expect(await page.getByRole('button', { name: 'New flow' }).count()).toBe(0);
});

test('an invitation for an address leaves no other to be typed', async () => {
  await openConsole(browser, parley);
  const invitation = { role: 'viewer', email: 'hedy@example.com' };
  const { link } = await parley.owner.must(201, 'POST', '/api/v1/invitations', invitation);
  const { page } = await openSignedOut(browser, parley);
  await page.goto(link);
  expect(await page.getByLabel('Email').inputValue()).toBe(invitation.email);
  expect(await page.getByLabel('Email').isEditable()).toBe(false);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByLabel('Your name').fill('Hedy Lamarr');
  await page.getByLabel('Password', { exact: true }).fill('another long password');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('heading', { name: 'Flows', level: 1 }).waitFor();
});

test('who forgot the password is told the command, where there is no mail', async () => {
  const { page } = await openSignedOut(browser, parley);
  await page.goto(`${parley.url}/sign-in`);
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor();
  await page.getByLabel('Email').fill('ada@example.com');
  await page.getByRole('button', { name: 'Get a new password' }).click();
  await page.getByText('npm run reset-password -- ada@example.com').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('a path of the console never leads to another site after the sign-in', async () => {
  await openConsole(browser, parley);
  const { page } = await openSignedOut(browser, parley);
  await page.goto(`${parley.url}/sign-in?next=//evil.example/flows`);
  await page.getByLabel('Email').fill(consoleOwner.email);
  await page.getByLabel('Password', { exact: true }).fill(consoleOwner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Flows', level: 1 }).waitFor();
  expect(new URL(page.url()).origin).toBe(parley.url);
});
