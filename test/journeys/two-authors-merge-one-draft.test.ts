import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityProblems, testBrowser } from '../harness/browser.ts';
import { greetingGraph } from '../harness/flow-graphs.ts';
import type { Json } from '../harness/http-client.ts';
import { openConsole } from '../harness/open-console.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

const browser = testBrowser();
let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

/** A window of its own on the outline of a flow. */
async function openFlow(flowId: string): Promise<Page> {
  const { page, expectTrouble } = await openConsole(browser, parley);
  expectTrouble(/ERR_INTERNET_DISCONNECTED/);
  await page.goto(`${parley.url}/flows/${flowId}?view=outline`);
  await page.getByRole('list', { name: 'Outline of the flow' }).waitFor();
  return page;
}

async function setText(page: Page, line: RegExp, field: string, text: string): Promise<void> {
  await page.getByRole('button', { name: line }).click();
  await page.getByRole('textbox', { name: field }).fill(text);
}

const saved = (page: Page) => page.getByRole('status').getByText('Saved', { exact: true }).waitFor();
const conflict = (page: Page) => page.getByRole('dialog', { name: 'This draft was changed by somebody else' });

async function dataOf(flowId: string): Promise<Record<string, Json>> {
  const { draft } = await parley.owner.must(200, 'GET', `/api/v1/flows/${flowId}`);
  return Object.fromEntries(draft.graph.nodes.map(({ id, data }: Json) => [id, data]));
}

test('two authors of different nodes keep both their changes', async () => {
  const { id } = await parley.owner.createFlow(greetingGraph());
  const [ann, bo] = [await openFlow(id), await openFlow(id)];
  await setText(ann, /^2 Question/, 'Question', 'Who are you?');
  await saved(ann);

  await setText(bo, /^4 End/, 'Last message', 'See you.');
  await conflict(bo).getByText('The changes do not meet: both can be kept.').waitFor();
  expect(await accessibilityProblems(bo)).toEqual([]);
  expect((await dataOf(id)).bye.message).toMatch(/Bye/);
  await conflict(bo).getByRole('button', { name: 'Keep both' }).click();
  await saved(bo);
  const data = await dataOf(id);
  expect([data.name.prompt, data.bye.message]).toEqual(['Who are you?', 'See you.']);
  await bo.getByRole('button', { name: /^2 Question Who are you/ }).waitFor();
});

test('where both changed the same text, the author chooses, and nothing is overwritten before', async () => {
  const { id } = await parley.owner.createFlow(greetingGraph());
  const [ann, bo] = [await openFlow(id), await openFlow(id)];
  await setText(ann, /^2 Question/, 'Question', 'From Ann');
  await saved(ann);
  await setText(bo, /^2 Question/, 'Question', 'From Bo');
  await conflict(bo).getByText('From Ann', { exact: true }).waitFor();
  expect((await dataOf(id)).name.prompt).toBe('From Ann');
  await conflict(bo)
    .getByRole('radio', { name: /Theirs/ })
    .check();
  await conflict(bo).getByRole('button', { name: 'Keep both' }).click();
  await saved(bo);
  expect((await dataOf(id)).name.prompt).toBe('From Ann');

  await setText(ann, /^4 End/, 'Last message', 'Ann ends');
  await saved(ann);
  await setText(bo, /^2 Question/, 'Question', 'Bo again');
  await conflict(bo).getByRole('button', { name: 'Keep mine, drop theirs' }).click();
  await saved(bo);
  const data = await dataOf(id);
  expect(data.name.prompt).toBe('Bo again');
  expect(data.bye.message).toMatch(/Bye/);
});

test('a lost connection is said, the work is kept through a closed page, and saved when it is back', async () => {
  const { id } = await parley.owner.createFlow(greetingGraph());
  const page = await openFlow(id);
  await page.context().setOffline(true);
  await setText(page, /^2 Question/, 'Question', 'Written offline');
  await page.getByText('Offline, kept in this browser').waitFor();
  const other = await page.context().newPage();
  await page.close();
  await other.context().setOffline(false);
  expect((await dataOf(id)).name.prompt).not.toBe('Written offline');
  await other.goto(`${parley.url}/flows/${id}?view=outline`);
  await other.getByRole('button', { name: /^2 Question Written offline/ }).waitFor();
  await saved(other);
  await expect.poll(async () => (await dataOf(id)).name.prompt).toBe('Written offline');
});
