import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityProblems, testBrowser } from '../harness/browser.ts';
import { type MailServer, startMailServer } from '../harness/mail-server.ts';
import { consoleOwner, openConsole, openSignedOut } from '../harness/open-console.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

const browser = testBrowser();
let mails: MailServer;
let parley: TestParley;
beforeAll(async () => {
  mails = await startMailServer();
  parley = await startParley({ mail: { url: mails.url, from: 'Parley <parley@example.org>' } });
});
afterAll(async () => {
  await parley.stop();
  await mails.close();
});

const linkIn = (text: string | undefined) => /http:\S+/.exec(text ?? '')?.[0] ?? 'no link';

test('an invitation is mailed to its address, and shown when the mail is refused', async () => {
  const call = (body: object) => parley.owner.call('POST', '/api/v1/invitations', body);
  const { body: invited } = await call({ role: 'viewer', email: 'grace@example.com' });
  expect(invited).toMatchObject({ isMailed: true, email: 'grace@example.com' });
  const mail = mails.arrived.find(({ to }) => to === 'grace@example.com');
  expect(linkIn(mail?.text)).toBe(invited.link);
  const { page } = await openSignedOut(browser, parley);
  await page.goto(linkIn(mail?.text));
  await page.getByText('You join My workspace as viewer').waitFor();

  const owner = await openConsole(browser, parley);
  const invite = async (email: string) => {
    await owner.goTo('/settings/members');
    await owner.page.getByRole('button', { name: 'Invite' }).click();
    await owner.page.getByLabel('Email').fill(email);
    await owner.page.getByRole('button', { name: 'Make the link' }).click();
  };
  await invite('mary@example.com');
  await owner.page.getByText('It is on its way to mary@example.com').waitFor();
  expect(mails.arrived.at(-1)).toMatchObject({
    to: 'mary@example.com',
    subject: expect.stringMatching(/^Ada Lovelace/),
  });
  expect(await accessibilityProblems(owner.page)).toEqual([]);
  mails.refuse('gone@example.com', 550);
  await invite('gone@example.com');
  await owner.page.getByText('The mail could not be sent: send the link yourself.').waitFor();
  expect((await call({ role: 'viewer' })).body).toMatchObject({ isMailed: false });
});

test('who forgot the password asks for a link, opens the mail, and signs in with a new one', async () => {
  await openConsole(browser, parley);
  const { page } = await openSignedOut(browser, parley);
  await page.goto(`${parley.url}/sign-in`);
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor();
  const askFor = async (email: string) => {
    await page.getByLabel('Email').fill(email);
    await page.getByRole('button', { name: 'Get a new password' }).click();
    await page.getByText(`If ${email} has an account, a link is on its way.`).waitFor();
  };
  await page.getByLabel('Email').fill('ada@example');
  await page.getByRole('button', { name: 'Get a new password' }).click();
  await page.getByText('Must be an email address.').waitFor();
  await askFor('nobody@example.com');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.reload();
  await askFor(consoleOwner.email);
  const arrivedFor = (address: string) => mails.arrived.filter(({ to }) => to === address);
  await expect.poll(() => arrivedFor(consoleOwner.email)).toHaveLength(1);
  expect(arrivedFor('nobody@example.com')).toEqual([]);

  const link = linkIn(arrivedFor(consoleOwner.email)[0]?.text);
  expect(link).toMatch(new RegExp(`^${parley.url}/reset-password#`));
  await page.goto(link);
  await page.getByLabel('New password', { exact: true }).fill('a new and longer password');
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();

  await page.getByLabel('Email').fill(consoleOwner.email);
  await page.getByLabel('Password', { exact: true }).fill(consoleOwner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('do not belong together').waitFor();
  await page.getByLabel('Password', { exact: true }).fill('a new and longer password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Flows', level: 1 }).waitFor();

  await page.goto(link);
  await page.getByLabel('New password', { exact: true }).fill('yet another password');
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByText('This link was used or has expired').waitFor();
});
