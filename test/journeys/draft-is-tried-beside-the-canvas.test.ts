import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityProblems, testBrowser } from '../harness/browser.ts';
import { graphOf } from '../harness/flow-graphs.ts';
import { listen } from '../harness/listen.ts';
import { openConsole } from '../harness/open-console.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

const elsewhere = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"state":"on its way"}');
});
const browser = testBrowser();
let parley: TestParley;
let flowId: string;

beforeAll(async () => {
  const port = await listen(elsewhere);
  parley = await startParley({ httpAllow: [`127.0.0.1:${port}`] });
  const options = [
    { id: 'order', label: 'My order' },
    { id: 'other', label: 'Something else' },
  ];
  const flow = await parley.owner.createFlow(
    graphOf(
      [
        ['start', 'start'],
        ['name', 'ask', { prompt: 'Your name?', input: { kind: 'text', min: 2 }, variable: 'name' }],
        [
          'topic',
          'ask',
          { prompt: 'What is it, {{var.name}}?', input: { kind: 'choice', options }, variable: 'topic' },
        ],
        ['call', 'http', { method: 'GET', url: `http://127.0.0.1:${port}/orders`, saveAs: 'order' }],
        ['state', 'message', { text: 'It is {{var.order.body.state}}, {{var.name}}.' }],
        ['gap', 'message', { text: '' }],
      ],
      [
        ['start', 'name'],
        ['name', 'topic'],
        ['topic', 'call', 'order'],
        ['topic', 'gap', 'other'],
        ['call', 'state', 'ok'],
      ],
    ),
  );
  flowId = flow.id;
});
afterAll(async () => {
  await parley.stop();
  elsewhere.close();
});

async function openTest() {
  const { page } = await openConsole(browser, parley, { viewport: { width: 1400, height: 900 } });
  await page.goto(`${parley.url}/flows/${flowId}?panel=test`);
  await page.locator('[data-id="name"]').waitFor();
  const log = page.getByRole('log', { name: 'Test conversation' });
  const answer = async (text: string) => {
    await page.getByLabel('Your answer').fill(text);
    await page.keyboard.press('Enter');
  };
  return { page, log, answer, begin: () => page.getByRole('button', { name: 'Start the test' }).click() };
}

test('a draft is talked to from start to end, its way lit, its requests sent by the server', async () => {
  const { page, log, answer, begin } = await openTest();
  await begin();
  await log.getByText('Your name?').waitFor();
  await page.locator('[data-id="name"]').getByText('here').waitFor();
  await answer('A');
  await log.getByText(/at least 2|2 characters|too short/i).waitFor();
  await answer('Ada');
  await page.locator('[data-id="topic"]').getByText('here').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'My order' }).click();
  await log.getByText('It is on its way, Ada.').waitFor();
  await log.getByText(/The conversation ended/).waitFor();
  expect(await page.locator('.react-flow__edge.is-visited').count()).toBe(4);
  const variables = page.getByRole('region', { name: 'Variables' });
  await variables.getByText('"state":"on its way"').waitFor();
});

test('it begins at any node with what is known, and stops where a node is not finished', async () => {
  const { page, log, begin } = await openTest();
  await page.getByLabel('Begin at').selectOption({ value: 'topic' });
  await page.getByLabel('What is known').fill('var.name = Bo');
  await begin();
  await log.getByText('What is it, Bo?').waitFor();
  await page.getByRole('button', { name: 'Something else' }).click();
  await page.getByText(/The test stopped at a node that is not finished/).waitFor();
  await page.getByRole('button', { name: 'Go to the node' }).click();
  const field = page.getByRole('textbox', { name: 'Message' });
  await expect.poll(() => field.and(page.locator(':focus')).count()).toBe(1);
});
