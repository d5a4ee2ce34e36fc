import { afterAll, beforeAll, expect, test } from 'vitest';
import { testBrowser } from '../harness/browser.ts';
import { everyInputGraph, questions } from '../harness/every-input.ts';
import { graphOf } from '../harness/flow-graphs.ts';
import type { Json } from '../harness/http-client.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { talk } from '../harness/talk.ts';
import { until } from '../harness/until.ts';

const browser = testBrowser();
let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

/** The only session of a deployment, as its owner reads it. */
async function sessionOf(deploymentId: string): Promise<Json> {
  const { items } = await parley.owner.must(200, 'GET', `/api/v1/sessions?deployment=${deploymentId}`);
  expect(items).toHaveLength(1);
  return parley.owner.must(200, 'GET', `/api/v1/sessions/${items[0].id}`);
}

const typesOf = ({ events }: Json): string[] => events.map((event: Json) => event.type);

test('each kind of question has its own control, and the flow understands what it sends', async () => {
  const flow = await parley.owner.publishedFlow(everyInputGraph(`${parley.url}/healthz`));
  const { id, key } = await parley.owner.deploy(flow.id, { name: 'Everything' });
  const { page, expectTrouble } = await browser.open();
  expectTrouble(/favicon/); // of the page behind the card's link
  const visitor = talk(page);
  await page.goto(`${parley.url}/d/${key}/chat`);
  await page.getByText('You will be talking with an automated assistant, not with a person.').waitFor();
  expect((await parley.owner.must(200, 'GET', `/api/v1/sessions?deployment=${id}`)).items).toEqual([]);
  await visitor.start();

  for (const { prompt, answer, shown } of Object.values(questions)) {
    await visitor.sees(prompt);
    await answer(page);
    await visitor.log.getByText(`You: ${shown}`, { exact: true }).last().waitFor();
  }

  await visitor.sees('Where do we send the offer?');
  await visitor.fill('Your email address', 'offer@example.com');
  await visitor.sees('Made for you.');
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'See the offer' }).click();
  expect((await opened).url()).toBe(`${parley.url}/healthz`);
  await visitor.sees('Opened');

  const session = await until(
    () => sessionOf(id),
    (read) => typesOf(read).includes('actionTaken'),
  );
  const expected = Object.fromEntries(Object.entries(questions).map(([variable, { value }]) => [variable, value]));
  expect(session.variables).toEqual({ ...expected, email: 'offer@example.com' });
  expect(session.events).toContainEqual(expect.objectContaining({ type: 'actionTaken', actionId: 'offer' }));
  expect(session.events).toContainEqual(
    expect.objectContaining({ type: 'emailCollected', email: 'offer@example.com' }),
  );
  expect(typesOf(session)).not.toContain('inputRejected');
});

/** A question, an answer that is wrong, what the page says about it, and one that is right. */
const corrections = [
  {
    kind: 'email',
    label: 'Your email address',
    wrong: 'ann@example',
    says: /valid email address/,
    right: 'a@b.example',
  },
  { kind: 'number', label: 'A number', wrong: '101', says: /between 1 and 100/, right: '7', bounds: [1, 100] },
  {
    kind: 'date',
    label: 'A date',
    wrong: '2026-12-31',
    says: /between 2027-01-01 and 2027-12-31/,
    right: '2027-05-01',
    bounds: ['2027-01-01', '2027-12-31'],
  },
  { kind: 'url', label: 'A web address', wrong: 'not a place', says: /web address/, right: 'example.com' },
  { kind: 'phone', label: 'Your phone number', wrong: '12', says: /valid phone number/, right: '030 1234567' },
];

test.each(corrections)(
  'a wrong $kind is explained beside its field, and can be put right there',
  async (correction) => {
    const { kind, label, wrong, says, right, bounds: [min, max] = [] } = correction;
    const flow = await parley.owner.publishedFlow(
      graphOf(
        [
          ['start', 'start'],
          ['ask', 'ask', { prompt: 'Tell us.', input: { kind, min, max }, variable: 'told' }],
          ['end', 'end', { message: 'Thank you.' }],
        ],
        [
          ['start', 'ask'],
          ['ask', 'end'],
        ],
      ),
    );
    const { key } = await parley.owner.deploy(flow.id);
    const { page } = await browser.open();
    const visitor = talk(page);
    await page.goto(`${parley.url}/d/${key}/chat`);
    await visitor.start();
    const field = page.getByLabel(label, { exact: true });

    await visitor.fill(label, wrong);
    await page.locator('#rejection').getByText(says).waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.getAttribute('aria-describedby')).toBe('rejection');
    expect(await field.inputValue()).toBe(wrong);
    await field.and(page.locator(':focus')).waitFor();

    await visitor.fill(label, right);
    await visitor.sees('Thank you.');
    await page.getByText('The conversation is complete. Thank you!').waitFor();
  },
);

test('what is typed while another control takes its place is not lost', async () => {
  const { context, page } = await browser.open();
  const flow = await parley.owner.publishedFlow(
    graphOf(
      [
        ['start', 'start'],
        ['mail', 'ask', { prompt: 'Your address?', input: { kind: 'email' }, variable: 'mail' }],
      ],
      [['start', 'mail']],
    ),
  );
  const { key } = await parley.owner.deploy(flow.id);
  let arrive = () => {};
  const arrives = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await context.route('**/field-input-*.js', (route) => arrives.then(() => route.continue()));
  await page.goto(`${parley.url}/d/${key}/chat`);
  await talk(page).start();
  await page.getByLabel('Your message').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('ann@exam');
  arrive();
  const field = page.getByLabel('Your email address').and(page.locator(':focus'));
  await field.waitFor();
  await page.keyboard.type('ple.com');
  expect(await field.inputValue()).toBe('ann@example.com');
});
