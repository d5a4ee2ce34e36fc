import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityProblems, testBrowser } from '../harness/browser.ts';
import type { Json } from '../harness/http-client.ts';
import { openConsole } from '../harness/open-console.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

const browser = testBrowser();
let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

/** Presses Tab until the focus is there, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await hasFocus(page, target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${target}`);
}

async function hasFocus(page: Page, target: Locator): Promise<boolean> {
  return (await target.and(page.locator(':focus')).count()) === 1;
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Chooses a type in the menu that adds nodes. */
async function choose(page: Page, type: string): Promise<void> {
  await page.getByRole('dialog', { name: 'Add a node' }).waitFor();
  await page.keyboard.type(type);
  await page.keyboard.press('Enter');
}

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

test('a flow of five nodes is built and published without a mouse', async () => {
  const { page, goTo } = await openConsole(browser, parley);
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  await goTo('/flows');
  await page.keyboard.press('c');
  await page.getByLabel('Name', { exact: true }).waitFor();
  await page.keyboard.type('Feedback');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Feedback', level: 1 }).waitFor();
  await command(page, 'show the outline');

  await press(page, button('Add a node after 1, Start'));
  await choose(page, 'message');
  await page.keyboard.type('Hello {{contact.na');
  await page.getByRole('option', { name: /contact\.name/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('!');

  await press(page, button('Add a node after Next'));
  await choose(page, 'question');
  await page.keyboard.type('How was it?');
  await tabTo(page, page.getByLabel('Answer', { exact: true }));
  await page.keyboard.type('One of');
  await press(page, button('Add an option'));
  await page.keyboard.type('Very good');
  await press(page, button('Add an option'));
  await page.keyboard.type('Not good');

  await press(page, button('Add a node after Very good'));
  await choose(page, 'end');
  await tabTo(page, page.getByLabel('Outcome'));
  await page.keyboard.type('Goal achieved');
  expect(await accessibilityProblems(page)).toEqual([]);

  await press(page, button(/^3 Question/));
  await press(page, button('Add a node after Not good'));
  await choose(page, 'handoff');
  await page.keyboard.type('A person will call you.');

  await page.getByText('Saved').waitFor();
  await command(page, 'publish');
  await page.getByRole('heading', { name: 'Publish version 1' }).waitFor();
  await page.getByText('Nothing to mend').waitFor();
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Publish' }));
  await page.getByText('Version 1', { exact: true }).waitFor();

  const { items } = await parley.owner.must(200, 'GET', '/api/v1/flows');
  const { graph } = await parley.owner.must(200, 'GET', `/api/v1/flows/${items[0].id}/versions/1`);
  expect(shapeOf(graph)).toEqual({
    start: { '': 'message' },
    message: { '': 'ask' },
    ask: { 'very-good': 'end', 'not-good': 'handoff' },
    end: {},
    handoff: {},
  });
  expect(graph.nodes.map(({ data }: Json) => data.text ?? data.prompt ?? data.message ?? data.outcome)).toEqual([
    undefined,
    'Hello {{contact.name}}!',
    'How was it?',
    'achieved',
    'A person will call you.',
  ]);
});

test('the canvas is reached, moved in and undone by keyboard', async () => {
  const { page } = await openConsole(browser, parley);
  const { id } = await parley.owner.createFlow({
    nodes: [
      { id: 'start', type: 'start', position: { x: 0, y: 0 }, data: {} },
      { id: 'hello', type: 'message', position: { x: 400, y: 0 }, data: { text: 'Hello' } },
    ],
    edges: [{ id: 'a', source: 'start', target: 'hello' }],
  });
  await page.goto(`${parley.url}/flows/${id}`);
  const card = page.locator('[data-id="hello"]');
  await tabTo(page, card);
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'Message' });
  await expect.poll(() => hasFocus(page, field)).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => hasFocus(page, card)).toBe(true);
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await helloIn(id)).position.x).toBeGreaterThan(400);
  await page.keyboard.press('ControlOrMeta+d');
  await expect.poll(() => countNodes(id)).toBe(3);
  await page.keyboard.press('Delete');
  await expect.poll(() => countNodes(id)).toBe(2);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => countNodes(id)).toBe(3);
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('hello');
  await page.getByText('2 found').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});

async function nodesIn(flowId: string): Promise<Json[]> {
  return (await parley.owner.must(200, 'GET', `/api/v1/flows/${flowId}`)).draft.graph.nodes;
}

async function helloIn(flowId: string): Promise<Json> {
  return (await nodesIn(flowId)).find(({ id }) => id === 'hello');
}

async function countNodes(flowId: string): Promise<number> {
  return (await nodesIn(flowId)).length;
}

/** Where each exit of each type leads, by type; every type occurs once. */
function shapeOf({ nodes, edges }: Json): Record<string, Record<string, string>> {
  const types = new Map<string, string>(nodes.map(({ id, type }: Json) => [id, type]));
  return Object.fromEntries(
    nodes.map(({ id, type }: Json) => [
      type,
      Object.fromEntries(
        edges
          .filter(({ source }: Json) => source === id)
          .map(({ sourceHandle, target }: Json) => [sourceHandle ?? '', types.get(target)]),
      ),
    ]),
  );
}
