import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityProblems, testBrowser } from '../harness/browser.ts';
import { graphOf } from '../harness/flow-graphs.ts';
import type { Json } from '../harness/http-client.ts';
import { openConsole } from '../harness/open-console.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

const browser = testBrowser();
let parley: TestParley;
let flow: Json;
let deployment: Json;

const options = [
  { id: 'tea', label: 'Tea' },
  { id: 'coffee', label: 'Coffee' },
];
const question = (prompt: string, variable: string) => ({ prompt, input: { kind: 'text' }, variable });

/** Coffee is over at once; for tea another flow asks for the address. */
function orderGraph(addressFlowId: string) {
  return graphOf(
    [
      ['start', 'start'],
      ['drink', 'ask', { prompt: 'Tea or coffee?', input: { kind: 'choice', options }, variable: 'drink' }],
      ['address', 'subflow', { flowId: addressFlowId }],
      ['tea', 'end', { outcome: 'achieved', message: 'Tea is on its way.' }],
      ['coffee', 'end', { outcome: 'notAchieved', message: 'Coffee is out.' }],
      ['other', 'message', { text: 'We have neither.' }],
    ],
    [
      ['start', 'drink'],
      ['drink', 'address', 'tea'],
      ['address', 'tea'],
      ['drink', 'coffee', 'coffee'],
      ['drink', 'other'],
    ],
  );
}
const addressGraph = graphOf(
  [
    ['start', 'start'],
    ['street', 'ask', question('Which street?', 'street')],
  ],
  [['start', 'street']],
);

beforeAll(async () => {
  parley = await startParley();
  const { owner } = parley;
  const address = await owner.publishedFlow(addressGraph, 'Address');
  flow = await owner.publishedFlow(orderGraph(address.id), 'Order');
  deployment = await owner.deploy(flow.id, { name: 'Kiosk' });
});
afterAll(() => parley.stop());

const start = () => parley.visitor(deployment.key).start();
const card = (page: Page, nodeId: string) => page.locator(`.react-flow__node[data-id="${nodeId}"]`);
/** Edges are named by their place in the graph. */
const line = (page: Page, place: number) => page.locator(`.react-flow__edge[data-id="e${place}"]`);

/** How far a node is from the middle of the drawing, in pixels. */
async function distanceFromMiddle(page: Page, nodeId: string): Promise<number> {
  const [node, drawing] = await Promise.all([
    card(page, nodeId).boundingBox(),
    page.locator('.react-flow').boundingBox(),
  ]);
  if (!node || !drawing) return Number.POSITIVE_INFINITY;
  const middle = (box: typeof node) => [box.x + box.width / 2, box.y + box.height / 2] as const;
  const [[x, y], [atX, atY]] = [middle(node), middle(drawing)];
  return Math.hypot(x - atX, y - atY);
}

test('the funnel of a version is drawn on it, with the figures of its table', async () => {
  for (const drink of ['coffee', 'coffee', 'tea', 'tea']) {
    const session = await start();
    await session.send({ choice: drink });
    if (drink === 'tea') await session.send('Elm Street');
  }
  await (await start()).end();
  const { page, goTo } = await openConsole(browser, parley);
  await goTo(`/flows/${flow.id}`);
  await page.getByRole('button', { name: 'Versions' }).click();
  await page.getByRole('link', { name: /of version 1: how far its sessions came/ }).click();

  await card(page, 'drink').getByText('5 came · 100 %').waitFor();
  await card(page, 'drink').getByText('4 went on · 1 ended').waitFor();
  await card(page, 'address').getByText('Address', { exact: true }).waitFor();
  await card(page, 'tea').getByText('2 came · 40 %').waitFor();
  await card(page, 'other').getByText('Nobody came').waitFor();
  const widthOf = async (place: number) => {
    const style = await line(page, place).locator('.react-flow__edge-path').getAttribute('style');
    return Number(/stroke-width: ([\d.]+)/.exec(style ?? '')?.[1]);
  };
  expect(await widthOf(0)).toBeGreaterThan(await widthOf(1));
  expect(await line(page, 4).getAttribute('class')).toMatch(/is-faint/);
  await page.getByText('Only 5 ended sessions: too few').waitFor();
  const row = page.getByRole('table', { name: 'Nodes of the version' }).getByRole('row', { name: /Tea is on its way/ });
  expect((await row.getByRole('cell').allInnerTexts()).slice(2)).toEqual(['2\n40 %', '0\n0 %', '2\n100 %']);
  expect(await accessibilityProblems(page)).toEqual([]);

  await row.getByRole('button', { name: /Tea is on its way/ }).click();
  await expect.poll(() => distanceFromMiddle(page, 'tea')).toBeLessThan(10);

  const drawing = page.getByRole('region', { name: /The flow, with how many sessions/ });
  await drawing.focus();
  const before = await card(page, 'drink').boundingBox();
  await page.keyboard.press('ArrowDown');
  const moved = async () => ((await card(page, 'drink').boundingBox())?.y ?? 0) - (before?.y ?? 0);
  await expect.poll(moved).toBeCloseTo(-60, 0);
});

test('the way of a session is drawn on its flow, and followed while it runs', async () => {
  const session = await start();
  const { page, goTo } = await openConsole(browser, parley);
  await goTo(`/sessions/${session.id}?tab=path`);
  await card(page, 'drink').getByText('Step 2 · is here').waitFor();
  expect(await line(page, 1).getAttribute('class')).toMatch(/is-faint/);

  await session.send({ choice: 'tea' });
  await card(page, 'address').getByText('Step 3 · is here').waitFor();
  await card(page, 'address').getByText('4, 5 in Address').waitFor();
  await line(page, 1).getByText('3').waitFor();
  const steps = page.getByRole('list', { name: 'Nodes entered' }).getByRole('listitem');
  expect(await steps.nth(4).innerText()).toMatch(/^5[\s\S]*Question in Address[\s\S]*Which street\?/);

  await session.send('Elm Street');
  await card(page, 'tea').getByText('Step 6', { exact: true }).waitFor();
  expect(await line(page, 2).getAttribute('class')).toMatch(/is-visited/);
  expect(await line(page, 3).getAttribute('class')).toMatch(/is-faint/);
  expect(await page.getByText('is here').count()).toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);

  await steps.nth(4).getByRole('button').click();
  await expect.poll(() => distanceFromMiddle(page, 'address')).toBeLessThan(10);

  await page.getByRole('main').getByRole('link', { name: 'Order', exact: true }).click();
  await page.getByRole('heading', { name: 'Order', level: 1 }).waitFor();
});

test('who may not judge sessions is not asked to', async () => {
  const session = await start();
  await session.end();
  const { page, goTo } = await openConsole(browser, parley);
  const verdict = page.getByRole('button', { name: 'Achieved', exact: true });
  await goTo(`/sessions/${session.id}`);
  await verdict.waitFor();
  await page.route('**/api/v1/workspace', async (route) => {
    const answer = await route.fetch();
    const workspace = await answer.json();
    const scopes = workspace.caller.scopes.filter((scope: string) => !scope.endsWith(':write'));
    await route.fulfill({ response: answer, json: { ...workspace, caller: { ...workspace.caller, scopes } } });
  });
  await goTo(`/sessions/${session.id}`);
  await page.getByRole('log', { name: 'Transcript' }).waitFor();
  expect(await verdict.count()).toBe(0);
});
