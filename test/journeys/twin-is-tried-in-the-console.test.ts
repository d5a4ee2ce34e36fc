import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sameBrains, sayInPieces, scriptedBrain } from '../../server/ports/testing/scripted-brain.ts';
import { accessibilityProblems, testBrowser } from '../harness/browser.ts';
import type { Json } from '../harness/http-client.ts';
import { openConsole } from '../harness/open-console.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

const browser = testBrowser();
const brain = scriptedBrain();
let parley: TestParley;
let twinId: string;
let frontPage: Json;
let answers = 0;

beforeAll(async () => {
  parley = await startParley({ brains: sameBrains(brain) });
  const { owner } = parley;
  twinId = (await owner.publishedTwin('Grace')).id;
  const prices = await owner.note('Prices', 'The team plan costs 60 euros a month.');
  const margins = await owner.note('Margins', 'The team plan has a margin of a fifth.');
  frontPage = await owner.deployTwin(twinId, {
    name: 'Front page',
    sources: { [prices.id]: 'mentioned', [margins.id]: 'internal' },
    behavior: { goal: 'The visitor books a demo.', instructions: 'Be brief.', languages: ['de', 'en'] },
    capabilities: { callsToAction: [{ id: 'demo', label: 'Book a demo', url: 'https://example.com/demo' }] },
  });
  const other = await owner.publishedTwin('Ida');
  await owner.deployTwin(other.id, { name: 'Of another twin' });
});
afterAll(() => parley?.stop());
beforeEach(() => {
  brain.does(async ({ actions }, hear) => {
    answers += 1;
    sayInPieces(hear, `This is answer ${answers}.`);
    return { actionIds: actions.map(({ id }) => id) };
  });
});

async function ask(page: Page, question: string): Promise<void> {
  await page.getByLabel('Your question').fill(question);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
}

/** Asks, and waits for what the brain says to it. */
async function answered(page: Page, question: string) {
  const next = answers + 1;
  await ask(page, question);
  await page.getByText(`This is answer ${next}.`).waitFor();
  return brain.questions.at(-1);
}

test('an author tries a twin as a deployment has it, and each talk knows of itself alone', async () => {
  const { page, goTo } = await openConsole(browser, parley);
  await goTo(`/twins/${twinId}`);
  const plain = await answered(page, 'How much is the team plan?');
  expect(plain).toMatchObject({ goal: '', languages: ['en'], transcript: [] });
  expect(plain?.passages.map(({ access }) => access)).toEqual(['mentioned', 'mentioned']);

  const choice = page.getByLabel('Try as');
  await choice.getByRole('option', { name: 'Front page' }).waitFor({ state: 'attached' });
  expect(await choice.getByRole('option').allTextContents()).toEqual(['All sources, mentioned', 'Front page']);
  await choice.selectOption('Front page');
  const first = await answered(page, 'How much is the team plan?');
  expect(first).toMatchObject({
    goal: 'The visitor books a demo.',
    instructions: ['Be brief.'],
    languages: ['de', 'en'],
  });
  expect(first?.transcript).toEqual([]);
  expect(first?.passages.map(({ title, access }) => [title, access]).sort()).toEqual([
    ['Margins', 'internal'],
    ['Prices', 'mentioned'],
  ]);
  await page.getByRole('list', { name: 'Shown with it' }).getByText('Shows “Book a demo”').waitFor();
  expect((await answered(page, 'And the margin of the team plan?'))?.transcript).toHaveLength(2);
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('what is set for a try holds for it alone, and what is wrong is said at its field', async () => {
  const { page, goTo } = await openConsole(browser, parley);
  await goTo(`/twins/${twinId}`);
  await page.getByLabel('Try as').selectOption('Front page');
  await page.getByText('Settings', { exact: true }).locator('visible=true').last().click();
  const goal = page.getByLabel('Goal');
  await goal.waitFor();
  expect(await goal.inputValue()).toBe('The visitor books a demo.');
  expect(await page.getByLabel('Access to Margins').inputValue()).toBe('internal');

  await goal.fill('a'.repeat(16_001));
  await ask(page, 'How much is the team plan?');
  await page.getByText(/^Must have at most 16000 characters/).waitFor();
  expect(await goal.getAttribute('aria-invalid')).toBe('true');
  await goal.fill('Another goal.');
  expect(await goal.getAttribute('aria-invalid')).toBeNull();
  const languages = page.getByRole('combobox', { name: 'Allowed languages' });
  await languages.fill('english!');
  await languages.press('Enter');
  await ask(page, 'How much is the team plan?');
  await page.getByText('Must be a language tag such as en or pt-BR.').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Remove english!' }).click();
  await page.getByLabel('Access to Margins').selectOption('unavailable');
  const changed = await answered(page, 'How much is the team plan?');
  expect(changed).toMatchObject({ goal: 'Another goal.', instructions: ['Be brief.'], languages: ['de', 'en'] });
  expect(changed?.passages.map(({ title }) => title)).toEqual(['Prices']);
  await page.getByText('Front page, changed').waitFor();

  await page.getByRole('button', { name: 'Take changes back' }).click();
  expect(await goal.inputValue()).toBe('The visitor books a demo.');
  expect(await answered(page, 'How much is the team plan?')).toMatchObject({ goal: 'The visitor books a demo.' });
  const { links: _, ...now } = await parley.owner.must(200, 'GET', `/api/v1/deployments/${frontPage.id}`);
  expect(frontPage).toMatchObject(now);
});

test('without a deployment one source after the other can be kept from a try', async () => {
  const { page, goTo } = await openConsole(browser, parley);
  await goTo(`/twins/${twinId}`);
  await page.getByText('Settings', { exact: true }).locator('visible=true').last().click();
  expect(await page.getByLabel('Access to Prices').inputValue()).toBe('mentioned');
  await page.getByLabel('Access to Margins').selectOption('internal');
  const question = await answered(page, 'How much is the team plan?');
  expect(question?.passages.map(({ title, access }) => [title, access]).sort()).toEqual([
    ['Margins', 'internal'],
    ['Prices', 'mentioned'],
  ]);
});

test('a deployment that is gone meanwhile is said where it was chosen', async () => {
  const { id } = await parley.owner.deployTwin(twinId, { name: 'Soon gone' });
  const { page, goTo } = await openConsole(browser, parley);
  await goTo(`/twins/${twinId}`);
  await page.getByLabel('Try as').selectOption('Soon gone');
  await parley.owner.must(204, 'DELETE', `/api/v1/deployments/${id}?confirmName=Soon+gone`);
  await ask(page, 'How much is the team plan?');
  await page.getByText('Must be the id of a deployment.').waitFor();
  await page.getByLabel('Try as').selectOption('Front page');
  expect(await answered(page, 'How much is the team plan?')).toMatchObject({ instructions: ['Be brief.'] });
});
