import { afterAll, beforeAll, expect, test } from 'vitest';
import { testBrowser } from '../harness/browser.ts';
import { graphOf, greetingGraph } from '../harness/flow-graphs.ts';
import type { Json } from '../harness/http-client.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { talk } from '../harness/talk.ts';

const browser = testBrowser();
let parley: TestParley;
let flowId: string;
beforeAll(async () => {
  parley = await startParley();
  flowId = (await parley.owner.publishedFlow(greetingGraph())).id;
});
afterAll(() => parley.stop());

async function pageOf(settings: object = {}, path = ''): Promise<string> {
  const { key } = await parley.owner.deploy(flowId, settings);
  return `${parley.url}/d/${key}${path}`;
}

test('with several modes the visitor chooses one; what is not possible is there with its reason', async () => {
  const { page } = await browser.open();
  const address = await pageOf({ modes: ['chat', 'audio', 'video'] });
  await page.goto(address);
  await page.getByRole('heading', { name: 'How would you like to talk?' }).waitFor();
  const items = page.getByRole('listitem');
  expect(await items.allInnerTexts()).toEqual([
    expect.stringContaining('Write at your own pace'),
    expect.stringMatching(/Voice call\s+Not available yet/),
    expect.stringMatching(/Video call\s+Not available yet/),
  ]);
  expect(await page.getByRole('link').count()).toBe(1);
  expect(await page.getByRole('button', { name: 'Start conversation' }).count()).toBe(0);

  await page.getByRole('link', { name: 'Chat' }).click();
  await page.getByRole('button', { name: 'Start conversation' }).waitFor();
  expect(page.url()).toBe(`${address}/chat`);
  await page.goBack();
  await page.getByRole('heading', { name: 'How would you like to talk?' }).waitFor();
  await page.goForward();
  await talk(page).start();
  await talk(page).sees('What is your name?');
});

const linksThatCannotBe = [
  { what: 'not possible yet', modes: ['chat', 'audio'], offered: ['Chat'], why: 'Not available yet' },
  { what: 'off', modes: ['chat'], offered: ['Chat'], why: 'Not offered here' },
  { what: 'the only one, and not possible yet', modes: ['audio'], offered: [], why: 'Not available yet' },
];

test.each(linksThatCannotBe)('a link to a mode that is $what leads to the choice, with the reason', async (link) => {
  const { page } = await browser.open();
  await page.goto(await pageOf({ modes: link.modes }, '/audio'));
  await page.getByRole('heading', { name: 'How would you like to talk?' }).waitFor();
  const items = await page.getByRole('listitem').allInnerTexts();
  expect(items.filter((text) => text.startsWith('Voice call'))).toEqual([`Voice call\n${link.why}`]);
  expect(await page.getByRole('link').count()).toBe(link.offered.length);
  for (const name of link.offered) {
    await page.getByRole('link', { name }).click();
    await page.getByRole('button', { name: 'Start conversation' }).waitFor();
    await page.goBack();
    await page.getByText(link.why).waitFor();
  }
});

test('a link to chat skips the choice, and nothing begins before the visitor starts it', async () => {
  const { page } = await browser.open();
  const { id, key } = await parley.owner.deploy(flowId, { modes: ['chat', 'video'] });
  await page.goto(`${parley.url}/d/${key}/chat`);
  await page.getByText('The conversation may be recorded and reviewed.').waitFor();
  const sessions = () => parley.owner.must(200, 'GET', `/api/v1/sessions?deployment=${id}`);
  expect((await sessions()).items).toEqual([]);
  await talk(page).start();
  expect((await sessions()).items).toHaveLength(1);
});

test('the visitor ends, and begins anew as the same person', async () => {
  const { page } = await browser.open();
  const { id, key } = await parley.owner.deploy(flowId);
  const visitor = talk(page);
  await page.goto(`${parley.url}/d/${key}/chat`);
  await visitor.start();
  await visitor.say('Ann');
  await visitor.sees('Hello Ann!');

  await visitor.press('End');
  await page.getByRole('dialog', { name: 'End this conversation?' }).waitFor();
  await visitor.press('Keep talking');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await visitor.press('End');
  await visitor.press('End conversation');
  await page.getByText('You ended the conversation.').waitFor();
  expect(await page.getByLabel('Your message').count()).toBe(0);

  await page.reload();
  await page.getByText('You ended the conversation.').waitFor();
  await visitor.sees('Hello Ann!');
  await visitor.press('Start a new conversation');
  await visitor.start();
  await visitor.sees('What is your name?');
  expect(await visitor.log.getByText('Hello Ann!').count()).toBe(0);

  const { items } = await parley.owner.must(200, 'GET', `/api/v1/sessions?deployment=${id}`);
  const read: Json[] = await Promise.all(
    items.map((item: Json) => parley.owner.must(200, 'GET', `/api/v1/sessions/${item.id}`)),
  );
  expect(read.map(({ status, endReason }) => [status, endReason])).toEqual([
    ['active', null],
    ['ended', 'visitorLeft'],
  ]);
  expect(read[0].personId).toBe(read[1].personId);
});

test('the page speaks German, and the flow with it', async () => {
  const { page } = await browser.open({ locale: 'de-AT' });
  const graph = graphOf(
    [
      ['start', 'start'],
      ['mail', 'ask', { prompt: 'Your address?', input: { kind: 'email' }, variable: 'mail' }],
    ],
    [['start', 'mail']],
  );
  const translations = { de: { mail: { prompt: 'Ihre Adresse?' } } };
  const flow = await parley.owner.publishedFlow({ ...graph, translations });
  const { key } = await parley.owner.deploy(flow.id, { behavior: { languages: ['en', 'de'] } });
  await page.goto(`${parley.url}/d/${key}/chat`);
  await page.getByText('mit einem automatischen Assistenten').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  await page.getByRole('button', { name: 'Gespräch beginnen' }).click();
  await page.getByText('Ihre Adresse?').waitFor();
  await page.getByRole('textbox').fill('ann@');
  await page.getByRole('textbox').press('Enter');
  await page.locator('#rejection').getByText('gültige E-Mail-Adresse').waitFor();
});

test('the visitor may pick another language than the browser likes', async () => {
  const { page } = await browser.open();
  await page.goto(await pageOf({ behavior: { languages: ['en', 'fr'] } }));
  await page.getByLabel('Language').selectOption('Français');
  await page.getByRole('button', { name: 'Démarrer la conversation' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('fr');
});

test('in Arabic everything runs from right to left, but for what is written the other way', async () => {
  const { page } = await browser.open({ locale: 'ar' });
  await page.goto(await pageOf({ behavior: { languages: ['ar', 'en'] } }));
  await page.getByRole('button', { name: 'بدء المحادثة' }).click();
  await page.getByRole('textbox', { name: 'رسالتك' }).fill('Ann');
  await page.keyboard.press('Enter');
  await page.getByText('Hello Ann!').waitFor();
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  await page.getByRole('log').locator(':dir(ltr)').getByText('Hello Ann!').last().waitFor();
  const [own, theirs] = await Promise.all(
    ['.from-visitor .bubble', '.from-agent .bubble'].map((selector) => page.locator(selector).first().boundingBox()),
  );
  expect(own?.x).toBeLessThan(theirs?.x ?? 0);
});

const nothingToStart = [
  { what: 'an inactive deployment', settings: { status: 'inactive' }, says: 'Closed at the moment' },
  {
    what: 'a visitor outside the rollout',
    settings: { rollout: { percentage: 0 } },
    says: 'Not available for you right now',
  },
  {
    what: 'a visitor outside the audience',
    settings: {
      audience: {
        groups: [{ name: 'Members', filters: [{ attribute: 'contact.plan', operator: 'equals', value: 'pro' }] }],
      },
    },
    says: 'Not available for you right now',
  },
];

test.each(nothingToStart)('$what gets a page that says so and starts nothing', async ({ settings, says }) => {
  const { page } = await browser.open();
  await page.goto(await pageOf(settings, '/chat'));
  await page.getByRole('heading', { name: says, level: 1 }).waitFor();
  expect(await page.title()).toBe(says);
  expect(await page.getByRole('button').count()).toBe(0);
});

test('an unknown key is a page of its own, with the status of one', async () => {
  const { page, expectTrouble } = await browser.open();
  expectTrouble(/404 \(Not Found\)/);
  const answer = await page.goto(`${parley.url}/d/no-such-key/chat`);
  expect(answer?.status()).toBe(404);
  await page.getByRole('heading', { name: 'This page does not exist', level: 1 }).waitFor();
});

test('where the server cannot be reached, the visitor may try again', async () => {
  const { context, page, expectTrouble } = await browser.open();
  expectTrouble(/ERR_FAILED/);
  await context.route('**/decision', (route) => route.abort());
  await page.goto(await pageOf());
  await page.getByRole('heading', { name: 'We could not connect' }).waitFor();
  await context.unroute('**/decision');
  await talk(page).press('Try again');
  await talk(page).start();
});

test('a deployment that was switched off between the page and the start says so', async () => {
  const { page, expectTrouble } = await browser.open();
  expectTrouble(/403/);
  const { id, key } = await parley.owner.deploy(flowId);
  await page.goto(`${parley.url}/d/${key}/chat`);
  await page.getByRole('button', { name: 'Start conversation' }).waitFor();
  await parley.owner.must(200, 'PATCH', `/api/v1/deployments/${id}`, { status: 'inactive' });
  await talk(page).press('Start conversation');
  await page.getByRole('heading', { name: 'Not available for you right now' }).waitFor();
});
