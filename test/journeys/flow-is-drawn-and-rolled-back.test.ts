import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityProblems, testBrowser } from '../harness/browser.ts';
import { graphOf, greetingGraph } from '../harness/flow-graphs.ts';
import type { Json } from '../harness/http-client.ts';
import { openConsole } from '../harness/open-console.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

const browser = testBrowser();
let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

/** The canvas of a flow, with room for its nodes. */
async function openCanvas(flowId: string): Promise<Page> {
  const { page, context } = await openConsole(browser, parley, { viewport: { width: 1500, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${parley.url}/flows/${flowId}`);
  await page.locator('[data-id="start"]').waitFor();
  return page;
}

async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error('the element is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const saved = (page: Page) => page.getByRole('status').getByText('Saved', { exact: true }).waitFor();
/** How many nodes there are, once all are in view. */
const nodesOn = (page: Page) =>
  expect.poll(async () => {
    await page.getByRole('button', { name: 'Show the whole flow' }).click();
    return page.locator('.react-flow__node').count();
  });

async function graphNow(flowId: string): Promise<Json> {
  return (await parley.owner.must(200, 'GET', `/api/v1/flows/${flowId}`)).draft.graph;
}

test('an edge dragged onto the empty canvas brings a node, and nodes are copied into another flow', async () => {
  const { id } = await parley.owner.createFlow(graphOf([['start', 'start']], []));
  const page = await openCanvas(id);
  await page.getByText('Choose what comes first on the left').waitFor();
  const from = await middleOf(page.locator('[data-id="start"] .react-flow__handle'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 150, from.y + 60, { steps: 4 });
  await page.mouse.up();
  await page.getByRole('option', { name: /Message/ }).click();
  await nodesOn(page).toBe(2);
  await page.getByRole('textbox', { name: 'Message' }).fill('Hello');
  await page.getByRole('button', { name: 'Add Question' }).click();
  await nodesOn(page).toBe(3);
  await saved(page);
  const { edges, nodes } = await graphNow(id);
  expect(edges.map(({ source, target }: Json) => [source, target])).toEqual([
    ['start', nodes[1].id],
    [nodes[1].id, nodes[2].id],
  ]);

  await page.locator('.react-flow__pane').click({ position: { x: 300, y: 30 } });
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  const other = await parley.owner.createFlow(graphOf([['start', 'start']], []), 'Other');
  await page.goto(`${parley.url}/flows/${other.id}`);
  await page.locator('[data-id="start"]').waitFor();
  await page.keyboard.press('ControlOrMeta+v');
  await nodesOn(page).toBe(3);
  await page.keyboard.press('ControlOrMeta+z');
  await nodesOn(page).toBe(1);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await nodesOn(page).toBe(3);
  await saved(page);
  const pasted = await graphNow(other.id);
  expect(pasted.nodes[1].data.text).toBe('Hello');
  expect(pasted.edges.map(({ source }: Json) => source)).toEqual([pasted.nodes[1].id]);
  expect(pasted.nodes[1].id).not.toBe(nodes[1].id);
});

test('a problem leads to its field and keeps the flow from being published until it is mended', async () => {
  const { id } = await parley.owner.createFlow(
    graphOf(
      [
        ['start', 'start'],
        ['hello', 'message', { text: 'Hello {{var.nobody}}' }],
      ],
      [['start', 'hello']],
    ),
  );
  const page = await openCanvas(id);
  await page.getByRole('button', { name: '1 problem' }).click();
  await page.getByRole('button', { name: /Nothing sets the variable "nobody"/ }).click();
  const field = page.getByRole('textbox', { name: 'Message' });
  await expect.poll(() => field.and(page.locator(':focus')).count()).toBe(1);
  await page.getByRole('button', { name: 'Publish' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish version 1' });
  expect(await dialog.getByRole('button', { name: 'Publish' }).isDisabled()).toBe(true);
  await dialog.getByRole('button', { name: /Nothing sets the variable/ }).click();
  await field.fill('Hello');
  await page.getByRole('button', { name: 'No problems' }).waitFor();
});

test('publishing says who moves, and a version is restored and pinned again in a step each', async () => {
  const { owner } = parley;
  const flow = await owner.publishedFlow(greetingGraph('v1'));
  const newest = await owner.deploy(flow.id, { name: 'Takes the newest' });
  await owner.deploy(flow.id, { name: 'Stays', versionPolicy: { kind: 'pinned', number: 1 } });
  await owner.publish(flow.id, greetingGraph('v2'));
  const page = await openCanvas(flow.id);

  await page.getByRole('button', { name: 'Versions' }).click();
  await page.getByRole('button', { name: 'Restore version 1 into the draft' }).click();
  await page.getByText('Version 1 is the draft again').waitFor();
  expect((await graphNow(flow.id)).nodes[1].data.prompt).toMatch(/v1/);

  await page.getByRole('button', { name: 'Publish' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish version 3' });
  await dialog.getByText('Running conversations stay on v2, or whichever version they began with.').waitFor();
  await dialog.getByText('3 nodes changed.').waitFor();
  const lists = await dialog.getByRole('listitem').allTextContents();
  expect(lists.slice(0, 2)).toEqual(['Takes the newest', 'Stays (v1)']);
  expect(await accessibilityProblems(page)).toEqual([]);
  await dialog.getByRole('textbox', { name: /Note/ }).fill('Back to the first');
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Version 3', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Versions' }).click();
  await page.getByText('Back to the first').waitFor();
  await page.getByRole('button', { name: 'Pin deployments to version 2' }).click();
  await page.getByRole('button', { name: 'Pin 2 deployments' }).click();
  await page.getByText('2 deployments are pinned to version 2').waitFor();
  const { versionPolicy } = await owner.must(200, 'GET', `/api/v1/deployments/${newest.id}`);
  expect(versionPolicy).toEqual({ kind: 'pinned', number: 2 });
});

test('a flow leaves as a file and comes back as one, and a wrong file is refused with its reason', async () => {
  const { id } = await parley.owner.createFlow(greetingGraph());
  const page = await openCanvas(id);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as a file' }).click();
  const path = await (await downloading).path();
  const other = await parley.owner.createFlow(graphOf([['start', 'start']], []), 'Import');
  await page.goto(`${parley.url}/flows/${other.id}`);
  await page.getByRole('button', { name: 'Import a file' }).click();
  const file = page.getByLabel('A flow as a JSON file');
  await file.setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"nodes":[{}],"edges":[]}'),
  });
  await page.getByText(/^graph\.nodes\.0\.id:/).waitFor();
  await file.setInputFiles(path);
  await page.getByText('4 nodes, 3 connections.').waitFor();
  await page.getByRole('button', { name: 'Replace the draft' }).click();
  await saved(page);
  await expect.poll(async () => (await graphNow(other.id)).nodes.length).toBe(4);
});

test('texts are translated in a table that says what is missing', async () => {
  const { id } = await parley.owner.createFlow(greetingGraph());
  const page = await openCanvas(id);
  await page.getByRole('button', { name: 'Texts' }).click();
  await page.getByRole('textbox', { name: 'Language to add' }).fill('de');
  await page.getByRole('button', { name: 'Add a language' }).click();
  await page.getByText('3 missing').waitFor();
  await page.getByRole('textbox', { name: /^de: .*What is your name/ }).fill('Wie heißt du?');
  await page.getByText('2 missing').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await saved(page);
  expect((await graphNow(id)).translations).toEqual({ de: { name: { prompt: 'Wie heißt du?' } } });
});
