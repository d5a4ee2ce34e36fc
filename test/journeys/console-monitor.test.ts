import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownerLink } from '../../server/access/first-start.ts';
import { accessibilityProblems, testBrowser } from '../harness/browser.ts';
import { graphOf } from '../harness/flow-graphs.ts';
import type { Json } from '../harness/http-client.ts';
import { consoleOwner, openConsole, openSignedOut } from '../harness/open-console.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { talk } from '../harness/talk.ts';

const browser = testBrowser();
let parley: TestParley;
let flow: Json;
let deployment: Json;

/** Asks for a name and a wish, and ends without saying how it went. */
const wishGraph = graphOf(
  [
    ['start', 'start'],
    ['name', 'ask', { prompt: 'What is your name?', input: { kind: 'text' }, variable: 'name' }],
    ['wish', 'ask', { prompt: 'Hello {{var.name}}! What do you need?', input: { kind: 'text' }, variable: 'wish' }],
    ['bye', 'end', { message: 'Thank you, {{var.name}}.' }],
  ],
  [
    ['start', 'name'],
    ['name', 'wish'],
    ['wish', 'bye'],
  ],
);

beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

test('from the owner link to a finished session: seen live, judged with a click, counted', async () => {
  const { page } = await openSignedOut(browser, parley);
  await page.goto((await ownerLink(parley.parley.ctx, parley.actor)) ?? '');
  await page.getByLabel('Your name').fill(consoleOwner.name);
  await page.getByLabel('Email').fill(consoleOwner.email);
  await page.getByLabel('Password', { exact: true }).fill(consoleOwner.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('heading', { name: 'Flows', level: 1 }).waitFor();
  flow = await parley.owner.publishedFlow(wishGraph, 'Wishes');
  deployment = await parley.owner.deploy(flow.id, { name: 'Front page', modes: ['chat'] });

  const visitor = await browser.open();
  const conversation = talk(visitor.page);
  await visitor.page.goto(deployment.links.page);
  await conversation.start();
  await conversation.sees('What is your name?');

  await page.getByRole('link', { name: 'Sessions' }).click();
  await page.getByRole('row', { name: /unread.*Running/ }).waitFor();
  await page.getByRole('link', { name: /Unknown visitor/ }).click();
  const transcript = page.getByRole('log', { name: 'Transcript' });
  await transcript.getByText('What is your name?').waitFor();
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });

  await conversation.say('Ann');
  await transcript.getByText('Hello Ann! What do you need?').waitFor();
  await page.getByRole('tab', { name: 'Path' }).click();
  const path = page.getByRole('list', { name: 'Nodes entered' });
  await path.getByRole('listitem').last().filter({ hasText: 'Question' }).getByText('is here').waitFor();

  await conversation.say('A refund');
  await path.getByText('Thank you, {{var.name}}.').waitFor();
  await page.getByText('Not judged').first().waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page
    .getByRole('group', { name: 'How did it go' })
    .getByRole('button', { name: 'Achieved', exact: true })
    .click();
  await page.getByText('Judged by a member').waitFor();
  expect(loads).toBe(0);

  await page.getByRole('link', { name: 'Dashboard' }).click();
  await page.getByRole('heading', { name: 'Achieved (1)' }).waitFor();
  await page.getByText('1 of 1 judged: too few to rely on').first().waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('link', { name: /Version 1/ }).click();
  const nodes = page.getByRole('table', { name: 'Nodes of the version' });
  const wish = nodes.getByRole('row', { name: /What do you need/ });
  await wish.waitFor();
  const [, , entered, wentOn, endedHere] = await wish.getByRole('cell').allInnerTexts();
  expect([entered, wentOn, endedHere]).toEqual(['1\n100 %', '1\n100 %', '0\n0 %']);
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('a list narrowed by a search is gone through by key, and exported as it stands', async () => {
  const visitor = parley.visitor(deployment.key);
  for (const wish of ['A lamp', 'A red chair', 'A red table']) {
    const session = await visitor.start();
    await session.send(wish);
    await session.end();
  }
  const { page, goTo } = await openConsole(browser, parley);
  await goTo('/sessions');
  await page.getByLabel('Search people and messages').fill('red');
  const rows = page.getByRole('table', { name: 'Sessions' }).getByRole('row');
  await page.waitForURL(/q=red/);
  await rows.filter({ hasText: 'A lamp' }).waitFor({ state: 'detached' });
  expect(await rows.count()).toBe(3);
  expect(await accessibilityProblems(page)).toEqual([]);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export CSV' }).click(),
  ]);
  const lines = (await readText(await download.createReadStream())).trim().split('\r\n');
  expect(lines).toHaveLength(3);

  await rows.nth(1).getByRole('link').click();
  const transcript = page.getByRole('log', { name: 'Transcript' });
  await transcript.getByText('A red table', { exact: true }).waitFor();
  await page.keyboard.press('j');
  await transcript.getByText('A red chair', { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: 'Next session' }).getAttribute('aria-disabled')).toBe('true');
  await page.keyboard.press('k');
  await transcript.getByText('A red table', { exact: true }).waitFor();

  await page.getByRole('main').getByRole('link', { name: 'Sessions', exact: true }).click();
  await rows.nth(2).waitFor();
  expect(await page.getByLabel('Search people and messages').inputValue()).toBe('red');
  await page.getByLabel('Read', { exact: true }).selectOption('Unread');
  await page.getByText('No such sessions').waitFor();
  await page.getByLabel('Search people and messages').fill('');
  await rows.filter({ hasText: 'A lamp' }).waitFor();
});

test('without its stream, a session is still followed', async () => {
  const session = await parley.visitor(deployment.key).start();
  const { page, goTo, expectTrouble } = await openConsole(browser, parley);
  expectTrouble(/status of 503/);
  await page.route('**/api/v1/sessions/*/events*', (route) => route.fulfill({ status: 503 }));
  await goTo(`/sessions/${session.id}`);
  await session.send('Bob');
  await page.getByText('Hello Bob! What do you need?').waitFor();
});

async function readText(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
