import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sameBrains, scriptedBrain } from '../../server/ports/testing/scripted-brain.ts';
import { accessibilityProblems, testBrowser } from '../harness/browser.ts';
import { greetingGraph } from '../harness/flow-graphs.ts';
import type { Json } from '../harness/http-client.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { type Talk, talk } from '../harness/talk.ts';

const refunds =
  '# Refunds\n\nA ticket is refunded until **ten days** before the event. After that it can be given to somebody else.';

const model = scriptedBrain();
const quoting = scriptedBrain('quoting');
const browser = testBrowser();
let parley: TestParley;
let key: string;
beforeAll(async () => {
  parley = await startParley({ brains: sameBrains(model, { ...quoting, kind: 'builtIn' }) });
  const twin = await parley.owner.publishedTwin('Ada', { greeting: 'Hello, I am Ada.' });
  const source = await parley.owner.note('House rules', refunds);
  const settings = { sources: { [source.id]: 'mentioned' }, behavior: { languages: ['en', 'ar'] } };
  key = (await parley.owner.deployTwin(twin.id, settings)).key;
});
afterAll(() => parley?.stop());
beforeEach(() => answers('It is so.'));

/** Has the model answer at once. */
function answers(text: string, rest: object = {}): void {
  model.does(async ({ passages }, hear) => {
    hear.piece(text);
    return { cited: passages, ...rest };
  });
}

/** Has the model write the beginning of an answer, and the rest when the returned function is called, unless it is stopped. */
function answersHalf(beginning: string, rest: string): () => void {
  let goOn = () => {};
  const wait = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  model.does(async ({ passages }, hear, signal) => {
    hear.piece(beginning);
    await Promise.race([wait, new Promise((resolve) => signal.addEventListener('abort', resolve))]);
    if (!signal.aborted) hear.piece(rest);
    return { cited: passages };
  });
  return goOn;
}

/** Has the model fail, so that the brain answers that only quotes. */
function quotes(text: string, cites: boolean): void {
  model.does(async () => {
    throw new Error('out of order');
  });
  quoting.does(async ({ passages }, hear) => {
    hear.piece(text);
    return { cited: cites ? passages : [], suggestions: ['Until when are tickets refunded?'] };
  });
}

async function begin(options?: BrowserContextOptions) {
  const window = await browser.open(options);
  const visitor = talk(window.page);
  await window.page.goto(`${parley.url}/d/${key}/chat`);
  await visitor.start();
  await visitor.sees('Hello, I am Ada.');
  return { ...window, visitor, growing: window.page.locator('[inert] .bubble') };
}

const question = 'Until when are tickets refunded?';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const focused = (page: Page) => page.locator(':focus');

test('an answer grows while it is written, and the finished message takes its very place', async () => {
  const goOn = answersHalf('Until **ten days** before the event. ', 'After that, give it to somebody [1].');
  const { page, visitor, growing } = await begin();
  await visitor.say(question);
  await growing.getByText('Until ten days before the event.').waitFor();
  expect(await growing.locator('strong').innerText()).toBe('ten days');
  expect(await visitor.log.getByText('ten days').count(), 'a screen reader hears of unfinished words').toBe(0);
  // The part that shows answers may have just arrived, and draw it anew.
  const before = await growing.locator('.rich').getByText('Until ten days').boundingBox();

  goOn();
  await visitor.sees('After that, give it to somebody');
  const after = await visitor.log.getByText('Until ten days').boundingBox();
  expect({ x: after?.x, y: after?.y }).toEqual({ x: before?.x, y: before?.y });
  await growing.waitFor({ state: 'detached' });
  await button(page, 'Stop the answer').waitFor({ state: 'detached' });
});

test('nobody is shown as writing while the twin only listens', async () => {
  const { page, visitor, growing } = await begin();
  expect(await growing.count()).toBe(0);
  await visitor.say(question);
  await visitor.sees('It is so.');
  await page.locator('.typing').waitFor({ state: 'detached' });
});

test('an answer is stopped by keyboard; Escape is not enough, and the visitor writes on where they were', async () => {
  answersHalf('The first sentence. ', 'Never said.');
  const { page, visitor, growing } = await begin();
  await visitor.say(question);
  await growing.getByText('The first sentence.').waitFor();
  await button(page, 'Stop the answer').waitFor();
  await page.getByLabel('Your message').and(focused(page)).waitFor();
  await page.keyboard.press('Escape');
  await growing.getByText('The first sentence.').waitFor();

  await page.keyboard.press('Tab');
  await button(page, 'Stop the answer').and(focused(page)).waitFor();
  await page.keyboard.press('Enter');
  await visitor.sees('The first sentence.');
  await page.getByLabel('Your message').and(focused(page)).waitFor();
  answers('Gladly.');
  await page.keyboard.type('Then tell me something else');
  await page.keyboard.press('Enter');
  await visitor.sees('Gladly.');
  expect(await visitor.log.getByText('Never said.').count()).toBe(0);
});

test('what the visitor writes meanwhile does not disturb the answer', async () => {
  const goOn = answersHalf('The first sentence. ', 'The last one.');
  const { visitor, growing } = await begin();
  await visitor.say(question);
  await growing.getByText('The first sentence.').waitFor();
  await visitor.say('One more thing');
  await visitor.sees('One more thing');
  await growing.getByText('The first sentence.').waitFor();
  answers('To that, too.');
  goOn();
  await visitor.sees('The last one.');
  await visitor.sees('To that, too.');
});

/** Tells the page more of the answer's source than a note has, as though it were a page of a book on the web. */
async function readFromABook(page: Page): Promise<void> {
  await page.route('**/visit/v1/sessions/*', async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    for (const event of body.events as Json[]) {
      if (event.citations) event.text += ' So it says in [7].';
      for (const citation of event.citations ?? []) {
        Object.assign(citation, {
          page: 4,
          headings: ['House rules', 'Tickets', 'Refunds'],
          url: 'https://rules.example/#refunds',
        });
      }
    }
    await route.fulfill({ response, json: body });
  });
  await page.reload();
}

test('a citation opens its passage, from the words and from the list of sources; its title is said once', async () => {
  answers('Until ten days before [1].');
  const { page, visitor } = await begin();
  await visitor.say(question);
  await visitor.sees('Until ten days before');
  await readFromABook(page);
  await visitor.sees('So it says in [7].');
  const mark = button(page, 'Source 1: House rules');
  await mark.click();
  const dialog = page.getByRole('dialog', { name: 'House rules' });
  await dialog.getByText('Page 4').waitFor();
  await dialog.getByText('Tickets › Refunds').waitFor();
  expect(await dialog.locator('strong').innerText()).toBe('ten days');
  const link = dialog.getByRole('link', { name: 'Open the source (opens in a new tab)' });
  expect(await link.getAttribute('href')).toBe('https://rules.example/#refunds');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await mark.and(focused(page)).waitFor();

  const source = page.getByRole('list', { name: 'Sources' }).getByRole('button');
  expect((await source.innerText()).replace(/\s+/g, ' ')).toBe('1 House rules Page 4 · Tickets › Refunds');
  await source.click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.waitFor({ state: 'detached' });
  await source.and(focused(page)).waitFor();
});

test('who writes while reading further up sees what they wrote, and its answer', async () => {
  answers('A line.\n\n'.repeat(60));
  const { page, visitor } = await begin();
  await visitor.say('Tell me everything.');
  await visitor.sees('A line.');
  await visitor.log.getByText('Hello, I am Ada.').scrollIntoViewIfNeeded();
  answers('Thank you for asking.');
  await visitor.say('And what then?');
  await visitor.sees('Thank you for asking.');
  await expect.poll(() => inView(visitor.log.getByText('And what then?'))).toBe(true);
  expect(await page.getByRole('button', { name: 'New messages' }).count()).toBe(0);
});

test('a table of an answer is a table, with its citations; where it is wide, it is scrolled by itself, as is code', async () => {
  const wide = 'Conditions_that_never_break_'.repeat(3);
  answers(
    `These are the terms:\n\n| Ticket | ${wide} |\n| --- | --- |\n| **Day** | ten days [1] |\n\n\`\`\`\n${wide} ${wide}\n\`\`\``,
  );
  const { page, visitor } = await begin({ viewport: { width: 375, height: 667 } });
  await visitor.say('When is a ticket refunded?');
  const table = visitor.log.getByRole('table');
  await table.getByRole('columnheader', { name: wide }).waitFor();
  await table.getByRole('cell', { name: 'Day', exact: true }).locator('strong').waitFor();
  await table.getByRole('button').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('who wrote an answer stands below it', async () => {
  const { visitor } = await begin();
  await visitor.say(question);
  await visitor.sees('Written by AI');
  quotes('Until ten days before [1].', true);
  await visitor.say(question);
  await visitor.sees('Quoted from the sources, not written by AI');
  quotes('I do not know.', false);
  await visitor.say('Who are you?');
  await visitor.sees('Automatic reply, not written by AI');
});

test('a question that is offered is asked as the visitor’s own words', async () => {
  quotes('I do not know.', false);
  const { page, visitor } = await begin();
  await visitor.say('Who are you?');
  await visitor.sees('I do not know.');
  answers('Until ten days before [1].');
  await visitor.press(question);
  await visitor.log.getByText(`You: ${question}`, { exact: true }).waitFor();
  await visitor.sees('Until ten days before');
  expect(model.questions.at(-1)?.text).toBe(question);
  await button(page, question).waitFor({ state: 'detached' });
});

test('the twin may offer to end the conversation, and the visitor decides', async () => {
  answers('Is there anything else?', { offersEnd: true });
  const { page, visitor } = await begin();
  await visitor.say('That was all');
  await visitor.press('End conversation');
  const dialog = page.getByRole('dialog', { name: 'End this conversation?' });
  await dialog.getByRole('button', { name: 'End conversation' }).click();
  await page.getByText('You ended the conversation.').waitFor();
  await button(page, 'End conversation').waitFor({ state: 'hidden' });
});

const isOfTwins = (url: string) => /\/twin-[^/]*\.js$/.test(url);

test('nothing is lost when the part that shows answers does not arrive', async () => {
  answers('Until **ten days** before [1].');
  const { page, visitor, expectTrouble } = await begin();
  expectTrouble(/ERR_FAILED/);
  await page.route(isOfTwinsUrl, (route) => route.abort());
  await visitor.say(question);
  await visitor.sees('Until ten days before [1].');
  answers('It is so.');
  await visitor.say('Really?');
  await visitor.sees('It is so.');
});

test('a conversation without a twin never asks for that part', async () => {
  const flow = await parley.owner.publishedFlow(greetingGraph());
  const deployment = await parley.owner.deploy(flow.id);
  const { page } = await browser.open();
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  const visitor = talk(page);
  await page.goto(`${parley.url}/d/${deployment.key}/chat`);
  await visitor.start();
  await visitor.sees('What is your name?');
  await visitor.say('Ann');
  await visitor.sees('Anything else?');
  await visitor.press('End');
  await page.getByRole('dialog').waitFor();
  expect(scripts).not.toEqual([]);
  expect(scripts.filter(isOfTwins)).toEqual([]);
});

function isOfTwinsUrl(url: URL): boolean {
  return isOfTwins(url.href);
}

/** Walks through every state of an answer and looks at each. */
async function walk(page: Page, visitor: Talk, look: (state: string) => Promise<void>): Promise<void> {
  const goOn = answersHalf(
    'A ticket is refunded until **ten days** before the event [1]. See https://rules.example/refunds. ',
    'After that, give it to somebody else [1].',
  );
  await visitor.say(question);
  await page.locator('[inert] .mark').waitFor();
  await page.locator('.stop').waitFor();
  await look('growing');
  goOn();
  await page.locator('.source').waitFor();
  await readFromABook(page);
  await page.locator('.source').waitFor();
  await look('cited');
  await page.locator('button.mark').first().click();
  await page.getByRole('dialog').waitFor();
  await look('passage');
  await page.keyboard.press('Escape');
  quotes('I do not know that. I can say more about these:', false);
  await visitor.say('Who are you?');
  await page.locator('.chip').waitFor();
  await look('questions offered');
  answers('Is there anything else?', { offersEnd: true });
  await page.locator('.chip').click();
  await page.locator('.offer-end').waitFor();
  await look('end offered');
}

describe.each([
  { name: 'light', options: { colorScheme: 'light' } },
  { name: 'dark', options: { colorScheme: 'dark' } },
  { name: '320 px', options: { viewport: { width: 320, height: 568 } } },
] as const)('an answer in every state ($name)', ({ options }) => {
  test('is accessible, and nothing is cut off sideways', async () => {
    const { page, visitor } = await begin(options);
    const found: Record<string, string[]> = {};
    await walk(page, visitor, async (state) => {
      const problems = await accessibilityProblems(page);
      const tooWide = await page.evaluate<string[]>(cutOff);
      if (problems.length + tooWide.length > 0) found[state] = [...problems, ...tooWide];
    });
    expect(found).toEqual({});
  });
});

const cutOff = `[document.documentElement, ...document.querySelectorAll('.scroller, .bubble, dialog, button, a')]
  .filter((box) => !box.matches('.mark') && box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0 || box.getBoundingClientRect().right > innerWidth)
  .map((box) => box.outerHTML.slice(0, 200))`;

test('in Arabic the page’s own words are Arabic and run from right to left', async () => {
  answers('ترد قيمة التذكرة حتى عشرة أيام [1].', { offersEnd: true });
  const { page } = await browser.open({ locale: 'ar' });
  await page.goto(`${parley.url}/d/${key}/chat`);
  await page.getByRole('button', { name: 'بدء المحادثة' }).click();
  const field = page.locator('textarea');
  await field.fill(question);
  await field.press('Enter');
  await page.getByText('كتبه ذكاء اصطناعي').waitFor();
  await page.getByRole('list', { name: 'المصادر' }).waitFor();
  await page.getByRole('button', { name: 'المصدر 1: House rules' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'إغلاق' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await page.evaluate('getComputedStyle(document.querySelector(".source")).direction')).toBe('rtl');
});

test('on an Arabic page a wide table in English begins at its first column', async () => {
  const wide = 'Conditions_that_never_break_'.repeat(3);
  answers(`| Ticket | ${wide} |\n| --- | --- |\n| Day | ten days |`);
  const { page } = await browser.open({ locale: 'ar', viewport: { width: 375, height: 667 } });
  await page.goto(`${parley.url}/d/${key}/chat`);
  await page.getByRole('button', { name: 'بدء المحادثة' }).click();
  await page.locator('textarea').fill(question);
  await page.locator('textarea').press('Enter');
  const cell = await page.getByRole('log').getByRole('cell', { name: 'Day', exact: true }).boundingBox();
  expect(cell?.x).toBeGreaterThanOrEqual(0);
});

/** Whether nothing of it is above or below what its scroller shows. */
async function inView(place: Locator): Promise<boolean> {
  return place.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const shown = element.closest('.scroller')?.getBoundingClientRect();
    return shown !== undefined && top >= shown.top && bottom <= shown.bottom;
  });
}
