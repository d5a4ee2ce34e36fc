import { afterAll, beforeAll, expect, test } from 'vitest';
import { scopesOfRole } from '../../contract/scopes.ts';
import { sameBrains, scriptedBrain } from '../../server/ports/testing/scripted-brain.ts';
import { accessibilityProblems, testBrowser } from '../harness/browser.ts';
import { openConsole } from '../harness/open-console.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { until } from '../harness/until.ts';

const model = scriptedBrain('fast-model');
const quoting = { ...scriptedBrain('quoting'), kind: 'builtIn' as const };
const browser = testBrowser();
let parley: TestParley;
let twinId: string;
let sessionId: string;
let personId: string;

beforeAll(async () => {
  parley = await startParley({ brains: sameBrains(model, quoting) });
  twinId = (await parley.owner.publishedTwin('Ada')).id;
  const source = await parley.owner.note('House rules', 'A ticket is refunded until ten days before the event.');
  const { key } = await parley.owner.deployTwin(twinId, { sources: { [source.id]: 'mentioned' } });
  const session = await parley.visitor(key).start();
  sessionId = session.id;
  ({ personId } = await parley.owner.must(200, 'GET', `/api/v1/sessions/${sessionId}`));
  const answers = (count: number) =>
    until(
      async () => (await session.read()).events.filter(({ by }: { by?: string }) => by !== undefined),
      (said) => said.length >= count,
    );

  model.does(async ({ passages }, hear) => {
    hear.piece('Until ten days before the event [1].');
    return { cited: passages, facts: ['Has a ticket for Friday'] };
  });
  await session.send('I have a ticket for Friday. Until when is it refunded?');
  await answers(1);
  failing();
  await session.send('Until when is a ticket refunded?');
  await answers(2);
});
afterAll(() => parley?.stop());

function failing(): void {
  model.does(async () => {
    throw new Error('out of order');
  });
  quoting.does(async ({ passages }, hear) => {
    hear.piece('> A ticket is refunded until ten days before the event. [1]');
    return { cited: passages };
  });
}

test('a transcript says who wrote each answer, what it rests on, what was remembered, and why a model did not answer', async () => {
  const { page, goTo } = await openConsole(browser, parley);
  await goTo(`/sessions/${sessionId}`);
  const transcript = page.getByRole('log', { name: 'Transcript' });
  await transcript.getByText('Model', { exact: true }).waitFor();
  await transcript.getByText('The twin noted: Has a ticket for Friday').waitFor();
  await transcript.getByText('fast-model').waitFor();
  await transcript.getByText('Built-in: quotes').waitFor();
  expect(await transcript.getByRole('list', { name: 'Citations' }).count()).toBe(2);
  expect(await transcript.locator('blockquote').first().innerText()).not.toContain('>');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('link', { name: 'Ada', exact: true }).click();
  await page.getByRole('heading', { name: 'Ada', level: 1 }).waitFor();
});

test('who tries a twin is told that a model failed, and who answered instead', async () => {
  failing();
  const { page, goTo } = await openConsole(browser, parley);
  await goTo(`/twins/${twinId}`);
  await page.getByLabel('Your question').fill('Until when is a ticket refunded?');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  const tried = page.getByRole('list', { name: 'Talk with the twin' });
  await tried.getByText('Built-in: quotes').waitFor();
  await tried.getByText('fast-model').waitFor();
  await tried.getByText('1 passage found').click();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('a viewer reads what was noted, and has nothing forgotten', async () => {
  const { page, goTo } = await openConsole(browser, parley);
  await page.route('**/api/v1/workspace', async (route) => {
    const response = await route.fetch();
    const workspace = await response.json();
    const caller = { ...workspace.caller, role: 'viewer', scopes: scopesOfRole.viewer };
    await route.fulfill({ response, json: { ...workspace, caller } });
  });
  await goTo(`/people/${personId}`);
  await page.getByRole('row', { name: 'Has a ticket for Friday' }).waitFor();
  expect(await page.getByRole('button', { name: /^Forget/ }).count()).toBe(0);
});

test('what a twin noted is on the page of the person, with the turn it came from, and is forgotten there', async () => {
  const { page, goTo } = await openConsole(browser, parley);
  await goTo(`/sessions/${sessionId}`);
  await page.getByRole('link', { name: 'Memory of this person' }).click();
  const facts = page.getByRole('table', { name: 'Facts about this person' });
  const fact = facts.getByRole('row', { name: 'Has a ticket for Friday' });
  await fact.waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await fact.getByRole('link', { name: 'Ada' }).getAttribute('href')).toBe(`/twins/${twinId}`);
  await fact.getByRole('link', { name: 'this session' }).click();
  await page.waitForURL(`**/sessions/${sessionId}#event-*`);
  const noted = page.locator(new URL(page.url()).hash);
  expect(await noted.innerText()).toContain('The twin noted: Has a ticket for Friday');
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.goBack();
  await fact.getByRole('button', { name: 'Forget Has a ticket for Friday' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Forget this fact?' });
  await dialog.waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Forget fact' }).click();
  await page.getByRole('heading', { name: 'Nothing learned yet' }).waitFor();
  expect((await parley.owner.must(200, 'GET', `/api/v1/people/${personId}/facts`)).items).toEqual([]);
  await goTo(`/sessions/${sessionId}`);
  await page.getByText('The twin noted: Has a ticket for Friday').waitFor();
});

test('an owner has the twins of the workspace share what they learn', async () => {
  const { page, goTo } = await openConsole(browser, parley);
  await goTo('/settings');
  const shares = page.getByRole('switch', { name: 'Twins share what they learn about people' });
  expect(await shares.isChecked()).toBe(false);
  await shares.click();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Workspace saved').waitFor();
  expect((await parley.owner.must(200, 'GET', '/api/v1/workspace')).sharesMemory).toBe(true);
  await page.reload();
  await shares.waitFor();
  expect(await shares.isChecked()).toBe(true);
});
