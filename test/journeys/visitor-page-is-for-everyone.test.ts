import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityProblems, testBrowser } from '../harness/browser.ts';
import { everyInputGraph, questions } from '../harness/every-input.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { talk } from '../harness/talk.ts';

const browser = testBrowser();
let parley: TestParley;
let flowId: string;
beforeAll(async () => {
  parley = await startParley();
  flowId = (await parley.owner.publishedFlow(everyInputGraph(`${parley.url}/healthz`))).id;
});
afterAll(() => parley.stop());

/** Walks from the lobby through every state of the page to a new beginning, and looks at each. */
async function walk(page: Page, look: (state: string) => Promise<void>): Promise<void> {
  const settings = {
    name: 'Everything',
    modes: ['chat', 'audio'],
    behavior: { languages: ['en', 'de'] },
    appearance: { greeting: 'Welcome to our house.', accentColor: '#f2c037' },
  };
  const { key } = await parley.owner.deploy(flowId, settings);
  const visitor = talk(page);
  await page.goto(`${parley.url}/d/${key}`);
  await page.getByRole('link', { name: 'Chat' }).waitFor();
  await look('lobby');
  await page.getByRole('link', { name: 'Chat' }).click();
  await page.getByRole('button', { name: 'Start conversation' }).waitFor();
  await look('disclosure');
  await visitor.start();
  for (const [variable, { prompt, answer }] of Object.entries(questions)) {
    await visitor.sees(prompt);
    if (variable === 'mail') await visitor.fill('Your email address', 'ann@');
    if (variable === 'mail') await page.locator('#rejection').waitFor();
    await look(`question: ${variable}`);
    await answer(page);
  }
  await visitor.sees('Where do we send the offer?');
  await visitor.fill('Your email address', 'offer@example.com');
  await visitor.sees('Anything else?');
  await look('card');
  await visitor.press('End');
  await page.getByRole('dialog').waitFor();
  await look('end dialog');
  await visitor.press('End conversation');
  await page.getByText('You ended the conversation.').waitFor();
  await look('ended');
}

async function noticePage(page: Page): Promise<void> {
  const { key } = await parley.owner.deploy(flowId, { status: 'inactive' });
  await page.goto(`${parley.url}/d/${key}`);
  await page.getByRole('heading', { name: 'Closed at the moment' }).waitFor();
}

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test('axe finds nothing in any state of the page', async () => {
    const { page } = await browser.open({ colorScheme });
    const found: Record<string, string[]> = {};
    const look = async (state: string) => {
      const problems = await accessibilityProblems(page);
      if (problems.length > 0) found[state] = problems;
    };
    await walk(page, look);
    await noticePage(page);
    await look('notice');
    expect(found).toEqual({});
  });
});

const screens = [
  { screen: 'a screen of 320 px', viewport: { width: 320, height: 568 }, deviceScaleFactor: 2 },
  // What a window of 1280 × 800 shows at 200 % zoom.
  { screen: '200 % zoom', viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
];

/** Controls that stand out at a side. That they are reached up and down, the walk's own clicks show. */
const cutOffControls = `[...document.querySelectorAll('button, a, input, textarea, select')]
  .map((control) => ({ control, box: control.getBoundingClientRect() }))
  .filter(({ box }) => box.width > 0 && (box.left < 0 || box.right > innerWidth))
  .map(({ control }) => control.outerHTML)`;

test.each(screens)('at $screen nothing is cut off sideways, and every control can be reached', async (options) => {
  const { page } = await browser.open({ viewport: options.viewport, deviceScaleFactor: options.deviceScaleFactor });
  const tooWide: string[] = [];
  const look = async (state: string) => {
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    const scroller = await page.evaluate<number>(
      "(() => { const box = document.querySelector('.scroller'); return box ? box.scrollWidth - box.clientWidth : 0; })()",
    );
    if (width > options.viewport.width || scroller > 0)
      tooWide.push(`${state}: ${width}, ${scroller} in the transcript`);
    const cutOff = await page.evaluate<string[]>(cutOffControls);
    tooWide.push(...cutOff.map((control) => `${state}: ${control}`));
  };
  await walk(page, look);
  await noticePage(page);
  await look('notice');
  expect(tooWide).toEqual([]);
});

test('a keyboard is enough, from the lobby to the end and a new beginning', async () => {
  const { page } = await browser.open();
  const { keyboard } = page;
  const { key } = await parley.owner.deploy(flowId, { modes: ['chat', 'video'] });
  const visitor = talk(page);
  /** Tabs to a control by what it is called, as a person would look for it. */
  const tabTo = async (role: 'link' | 'button' | 'radio' | 'checkbox', name: string) => {
    const control = page.getByRole(role, { name, exact: true });
    await control.waitFor();
    const wanted = control.and(page.locator(':focus'));
    for (let steps = 0; steps < 20 && (await wanted.count()) === 0; steps += 1) await keyboard.press('Tab');
    await wanted.waitFor();
  };
  const answers = (text: string) => keyboard.type(text).then(() => keyboard.press('Enter'));

  await page.goto(`${parley.url}/d/${key}`);
  await page.getByRole('link').waitFor();
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await tabTo('button', 'Start conversation');
  await keyboard.press('Enter');
  const textBox = page.getByRole('textbox').and(page.locator(':focus'));
  await visitor.sees(questions.name?.prompt ?? '');
  await textBox.waitFor();
  await answers('Ann');
  for (const [prompt, text] of [
    ['Where do we write to?', 'ann@example.com'],
    ['How many are you?', '12'],
  ] as const) {
    await visitor.sees(prompt);
    await textBox.waitFor();
    await answers(text);
  }
  await visitor.sees('Which day suits you?');
  await page.getByLabel('A date').and(page.locator(':focus')).waitFor();
  await answers('14032027');
  for (const [prompt, text] of [
    ['What is your website?', 'example.com'],
    ['Which number do we call?', '030 1234567'],
  ] as const) {
    await visitor.sees(prompt);
    await textBox.waitFor();
    await answers(text);
  }
  await visitor.sees('How do you like us?');
  await tabTo('radio', '1 of 5');
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await visitor.sees('Which size?');
  await keyboard.press('Shift+Tab');
  await tabTo('button', 'Medium');
  await keyboard.press('Enter');
  await visitor.sees('Which sizes else?');
  await tabTo('checkbox', 'Small');
  await keyboard.press('Space');
  await tabTo('button', 'Confirm');
  await keyboard.press('Enter');
  await visitor.sees('May we keep this?');
  await tabTo('button', 'Yes');
  await keyboard.press('Enter');
  await visitor.sees('Where do we send the offer?');
  await textBox.waitFor();
  await answers('offer@example.com');
  await visitor.sees('Anything else?');

  await tabTo('button', 'End');
  await keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'End', exact: true }).and(page.locator(':focus')).waitFor();
  await keyboard.press('Enter');
  await tabTo('button', 'End conversation');
  await keyboard.press('Enter');
  await page.getByText('You ended the conversation.').and(page.locator(':focus')).waitFor();
  await tabTo('button', 'Start a new conversation');
  await keyboard.press('Enter');
  await tabTo('button', 'Start conversation');
});
