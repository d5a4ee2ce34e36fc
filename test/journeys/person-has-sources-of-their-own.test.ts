import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityProblems, testBrowser } from '../harness/browser.ts';
import type { Json } from '../harness/http-client.ts';
import { openConsole, settled } from '../harness/open-console.ts';
import { sessionOf } from '../harness/parley-client.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { until } from '../harness/until.ts';

const browser = testBrowser();
let parley: TestParley;
let deployment: Json;
let ann: Json;
beforeAll(async () => {
  parley = await startParley();
  const twin = await parley.owner.publishedTwin('Ada', { greeting: 'Hello.' });
  const prices = await parley.owner.note('Prices', 'The annual plan costs 90 euros a year.');
  deployment = await parley.owner.deployTwin(twin.id, { sources: { [prices.id]: 'mentioned' } });
  const { id } = await startFor('ann', { name: 'Ann Lee' });
  const { personId } = await parley.owner.must(200, 'GET', `/api/v1/sessions/${id}`);
  ann = await parley.owner.must(200, 'GET', `/api/v1/people/${personId}`);
});
afterAll(() => parley?.stop());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** A session of somebody the owner vouches for, which is how the person is known again. */
async function startFor(unitKey: string, contact: object = {}) {
  const path = `/api/v1/deployments/${deployment.id}/sessions`;
  return sessionOf(parley.url, await parley.owner.must(201, 'POST', path, { unitKey, mode: 'chat', contact }));
}

/** The names of the sources that a talk with somebody cites. */
async function citedFor(unitKey: string, question: string): Promise<string[]> {
  const session = await startFor(unitKey);
  await session.send(question);
  const answers = async () => {
    const { events } = await session.read();
    return events.filter((event: Json) => event.type === 'message' && event.from === 'agent');
  };
  const [, answer] = await until(answers, (found) => found.length >= 2);
  return (answer.citations ?? []).map(({ title }: Json) => title);
}

test('an owner gives one person a source: it serves talks with that person, and with nobody else', async () => {
  const { page, goTo } = await openConsole(browser, parley);
  await goTo(`/people/${ann.id}`);
  await page.getByRole('heading', { name: 'Nothing for this person alone yet' }).waitFor();
  await button(page, 'Write a note').click();
  const dialog = page.getByRole('dialog', { name: 'Write a note' });
  await dialog.getByLabel('Name').fill('Offer');
  await dialog.getByLabel('Text').fill('For the annual plan you get a discount of 20 euros.');
  expect(await dialog.getByLabel('In talks with this person').inputValue()).toBe('internal');
  expect(await accessibilityProblems(page)).toEqual([]);
  await dialog.getByLabel('In talks with this person').selectOption('mentioned');
  await button(page, 'Save note').click();
  const chooser = page.waitForEvent('filechooser');
  await button(page, 'Upload files').click();
  await (await chooser).setFiles([
    {
      name: 'call.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from('Asked for a discount on the annual plan twice.'),
    },
  ]);
  const table = page.getByRole('table', { name: 'Sources of this person' });
  await table.getByRole('row', { name: 'call.md' }).getByText('Ready').last().waitFor();
  const useOf = (name: string) => table.getByLabel(`Use of ${name} in talks`);
  expect([await useOf('Offer').inputValue(), await useOf('call.md').inputValue()]).toEqual(['mentioned', 'internal']);

  expect(await citedFor('ann', 'Is there a discount on the annual plan?')).toContain('Offer');
  expect(await citedFor('ann', 'Is there a discount on the annual plan?')).not.toContain('call.md');
  expect(await citedFor('ben', 'Is there a discount on the annual plan?')).not.toContain('Offer');

  await useOf('call.md').selectOption('mentioned');
  const own = `/api/v1/sources?person=${ann.id}`;
  const accesses = async () =>
    (await parley.owner.must(200, 'GET', own)).items.map(({ personAccess }: Json) => personAccess);
  await until(accesses, (found) => found.every((access: string) => access === 'mentioned'));
  expect(await citedFor('ann', 'Is there a discount on the annual plan?')).toContain('call.md');
  await useOf('Offer').selectOption('internal');
  await until(accesses, (found) => found.includes('internal'));
  expect(await citedFor('ann', 'Is there a discount on the annual plan?')).not.toContain('Offer');

  await button(page, 'Actions for call.md').click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('textbox').fill('call.md');
  await button(page, 'Delete source').click();
  await table.getByRole('row', { name: 'call.md' }).waitFor({ state: 'detached' });
});

test('among all sources one sees whose a source is, and where it is used', async () => {
  const { owner } = parley;
  const lease = await owner.must(201, 'POST', '/api/v1/sources/notes', {
    name: 'Lease',
    text: 'Until May.',
    personId: ann.id,
  });
  const { page, goTo } = await openConsole(browser, parley);
  await goTo('/sources');
  await page.getByRole('row', { name: 'Lease' }).getByRole('link', { name: 'Ann Lee' }).waitFor();
  await page.getByLabel('For whom').selectOption('everyone');
  await page.getByRole('row', { name: 'Lease' }).waitFor({ state: 'detached' });
  await page.getByRole('row', { name: 'Prices' }).waitFor();

  await goTo(`/deployments/${deployment.id}/sources`);
  await page.getByLabel('Access to Prices').waitFor();
  expect(await page.getByLabel('Access to Lease').count()).toBe(0);
  await page.getByRole('link', { name: 'of one person' }).click();
  await page.getByRole('row', { name: 'Prices' }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Lease' }).click();
  await page.getByRole('heading', { name: 'Lease', level: 1 }).waitFor();
  await settled(page);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByLabel('Use of Lease in talks').selectOption('mentioned');
  await until(
    () => owner.must(200, 'GET', `/api/v1/sources/${lease.id}`),
    ({ personAccess }) => personAccess === 'mentioned',
  );
  await page.getByRole('main').getByRole('link', { name: 'Ann Lee' }).click();
  await page.getByRole('heading', { name: 'Ann Lee', level: 1 }).waitFor();
  expect(await page.getByLabel('Use of Lease in talks').inputValue()).toBe('mentioned');
});

test('web pages of a person are refused and added as any others', async () => {
  const { page, goTo } = await openConsole(browser, parley);
  await goTo(`/people/${ann.id}`);
  await button(page, 'Add web pages').click();
  const dialog = page.getByRole('dialog', { name: 'Add web pages' });
  await dialog.getByLabel('Addresses').fill('https://');
  await dialog.getByLabel('In talks with this person').selectOption('mentioned');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('Addresses').fill('http://127.0.0.1:9/offer');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await page.getByRole('row', { name: '127.0.0.1:9/offer' }).getByText('Failed').last().waitFor();
  expect(await page.getByLabel('Use of 127.0.0.1:9/offer in talks').inputValue()).toBe('mentioned');
});

test('a list holds the sources for everyone, or those of one person each', async () => {
  const names = async (query: string) =>
    (await parley.owner.must(200, 'GET', `/api/v1/sources?${query}`)).items.map(({ name }: Json) => name);
  expect(await names('of=everyone')).toEqual(['Prices']);
  expect(await names('of=person')).toContain('Lease');
  expect(await names('of=person')).not.toContain('Prices');
  const { status, body } = await parley.owner.call('GET', '/api/v1/sources?of=nobody');
  expect([status, body.problems[0].field]).toEqual([400, 'of']);
});
