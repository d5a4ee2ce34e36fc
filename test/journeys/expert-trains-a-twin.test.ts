import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityProblems, testBrowser } from '../harness/browser.ts';
import { openConsole } from '../harness/open-console.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { talk } from '../harness/talk.ts';

const guide = `# Tickets

## Refunds

A ticket is refunded until ten days before the event. After that it can be given to somebody else.

## Groups

Groups of twelve or more pay a fifth less.
`;

const browser = testBrowser();
let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley?.stop());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const file = (name: string, text: string) => ({ name, mimeType: 'text/markdown', buffer: Buffer.from(text) });

/** Answers the file chooser that the button opens. */
async function upload(page: Page, ...files: ReturnType<typeof file>[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await button(page, 'Upload files').click();
  await (await chooser).setFiles(files);
}

test('an expert makes a twin, gives it a document, tries, publishes and deploys it, and a visitor gets a cited answer', async () => {
  const { page, goTo } = await openConsole(browser, parley);
  await goTo('/sources');
  await upload(page, file('ticket-guide.md', guide));
  await page.getByRole('row', { name: 'ticket-guide.md' }).getByText('Ready').waitFor();

  await page.getByRole('link', { name: 'Twins' }).click();
  await button(page, 'New twin').click();
  await page.getByLabel('Name', { exact: true }).fill('Ada');
  await button(page, 'Create twin').click();
  await page.getByRole('heading', { name: 'Ada', level: 1 }).waitFor();
  await page.getByLabel('Role').fill('Head of the box office');
  await page.getByLabel('Greeting').fill('Hello, ask me about tickets.');
  await page.getByRole('tab', { name: 'Rules' }).click();
  await button(page, 'Add a knowledge rule').click();
  await button(page, 'Save').click();
  await page.getByText('Must not be empty.').waitFor();
  await page.getByText('Something has to be mended first: knowledge rules').waitFor();
  await page.getByLabel('Knowledge rule 1', { exact: true }).fill('The box office is closed on Mondays.');
  await button(page, 'Save').click();
  await page.getByText('The draft is saved').waitFor();

  await page.getByLabel('Your question').fill('Until when is a ticket refunded?');
  await button(page, 'Ask').click();
  const tried = page.getByRole('list', { name: 'Talk with the twin' });
  await tried.getByText('Built-in: quotes').waitFor();
  await tried.getByRole('list', { name: 'Citations' }).getByText('ticket-guide.md').waitFor();
  await tried.getByText(/passages? found/).click();
  await tried
    .getByText(/^Score \d+\.\d\d, confidence \d+ %$/)
    .first()
    .waitFor();

  await button(page, 'Publish').click();
  await page.getByLabel('Note').fill('First');
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Version 1', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Deploy', exact: true }).click();
  await page.getByRole('heading', { name: 'New deployment' }).waitFor();
  await page.getByLabel('Access to ticket-guide.md').selectOption('mentioned');
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Ada');
  await page.getByLabel('Name', { exact: true }).fill('Box office');
  for (const step of ['Audience', 'Goal', 'Review']) {
    await button(page, 'Next').click();
    await page.getByRole('form', { name: step }).waitFor();
  }
  await page.getByText('1 mentioned').waitFor();
  await button(page, 'Deploy').click();
  await page.getByRole('heading', { name: 'Box office', level: 1 }).waitFor();

  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: 'ticket-guide.md' }).waitFor();
  await page.getByRole('option', { name: 'Ada' }).click();
  await page.getByRole('heading', { name: 'Ada', level: 1 }).waitFor();

  const [deployment] = (await parley.owner.must(200, 'GET', '/api/v1/deployments')).items;
  const window = await browser.open();
  const visitor = talk(window.page);
  await window.page.goto(`${parley.url}/d/${deployment.key}/chat`);
  await visitor.start();
  await visitor.sees('Hello, ask me about tickets.');
  await visitor.say('Until when is a ticket refunded?');
  await visitor.sees('ten days before the event');
  await visitor.log.getByRole('button', { name: 'ticket-guide.md' }).first().waitFor();

  const [session] = (await parley.owner.must(200, 'GET', '/api/v1/sessions')).items;
  await goTo(`/sessions/${session.id}`);
  const transcript = page.getByRole('log', { name: 'Transcript' });
  await transcript.getByText('Built-in: quotes').waitFor();
  await transcript.getByRole('list', { name: 'Citations' }).getByText('ticket-guide.md').click();
  await transcript.getByText('A ticket is refunded until ten days before the event.').last().waitFor();
});

test('files dropped on the page are read, each for itself, and one that cannot be says why', async () => {
  const { page, goTo } = await openConsole(browser, parley);
  await goTo('/sources');
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['# Parking\n\nParking is free after six.'], 'parking.md'));
    transfer.items.add(new File([new Uint8Array([0, 1, 2, 3, 255])], 'picture.pdf'));
    transfer.items.add(new File([], 'empty.txt'));
    return transfer;
  });
  await page.dispatchEvent('main', 'dragover', { dataTransfer: dropped });
  await page.getByText('Drop the files to upload them').waitFor();
  await page.dispatchEvent('main', 'drop', { dataTransfer: dropped });
  await page.getByRole('row', { name: 'parking.md' }).getByText('Ready').waitFor();
  await page.getByRole('row', { name: 'picture.pdf' }).getByText('Failed').waitFor();
  const uploads = page.getByRole('list', { name: 'Uploads' });
  await uploads.getByRole('alert').waitFor();
  await button(page, 'Dismiss empty.txt').click();
  await uploads.waitFor({ state: 'detached' });

  await page.getByLabel('Status').selectOption('failed');
  await page.getByRole('row', { name: 'parking.md' }).waitFor({ state: 'detached' });
  await button(page, 'Actions for picture.pdf').click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('textbox').fill('picture.pdf');
  await button(page, 'Delete source').click();
  await page.getByRole('heading', { name: 'No such sources' }).waitFor();
});

test('an upload says how far it is, and can be cancelled while it is on its way or waits', async () => {
  const { page, goTo, context } = await openConsole(browser, parley);
  await goTo('/sources');
  const network = await context.newCDPSession(page);
  const letThrough = (uploadThroughput: number) =>
    network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    });
  await network.send('Network.enable');
  await letThrough(200_000);
  const large = 'A long line of words. '.repeat(100_000);
  await upload(page, file('long.md', large), file('waiting.md', '# Waiting'), file('short.md', '# Short\n\nShort.'));
  const uploads = page.getByRole('list', { name: 'Uploads' });
  await uploads.getByText(/^Uploading, [1-9]\d? %$/).waitFor();
  const bar = uploads.getByRole('progressbar', { name: 'Upload of long.md' });
  expect(Number(await bar.getAttribute('value'))).toBeGreaterThan(0);
  expect(await accessibilityProblems(page)).toEqual([]);
  await button(page, 'Cancel waiting.md').click();
  await button(page, 'Cancel long.md').click();
  await letThrough(-1);
  await page.getByRole('row', { name: 'short.md' }).getByText('Ready').waitFor();
  await uploads.waitFor({ state: 'detached' });
  const { items } = await parley.owner.must(200, 'GET', '/api/v1/sources');
  const names = items.map(({ name }: { name: string }) => name);
  expect(names).toContain('short.md');
  expect(names.filter((name: string) => name === 'long.md' || name === 'waiting.md')).toEqual([]);
});

test('an upload that does not reach the server says so, and the next one goes', async () => {
  const { page, goTo, expectTrouble } = await openConsole(browser, parley);
  expectTrouble(/net::ERR_CONNECTION_RESET/);
  await goTo('/sources');
  await page.route('**/api/v1/sources/files*', (route) => route.abort('connectionreset'), { times: 1 });
  await upload(page, file('lost.md', '# Lost'), file('next.md', '# Next\n\nThe next one.'));
  const uploads = page.getByRole('list', { name: 'Uploads' });
  await uploads.getByText('The server could not be reached.').waitFor();
  await page.getByRole('row', { name: 'next.md' }).getByText('Ready').waitFor();
  await button(page, 'Dismiss lost.md').click();
  await uploads.waitFor({ state: 'detached' });
});

test('a note is written and mended, and a text that somebody else mended meanwhile is not lost', async () => {
  const { page, goTo } = await openConsole(browser, parley);
  await goTo('/sources');
  await button(page, 'Write a note').click();
  await page.getByLabel('Name').fill('Opening hours');
  await page.getByLabel('Text').fill('We open at nine.');
  await button(page, 'Save note').click();
  await page.getByRole('link', { name: 'Opening hours' }).click();
  await page.getByRole('textbox', { name: 'Text' }).fill('We open at ten.');
  await button(page, 'Save text').click();
  await page.getByText('The text is saved').waitFor();
  await page.getByRole('tab', { name: 'Passages' }).click();
  await page.getByRole('list', { name: 'Passages' }).getByText('We open at ten.').waitFor();

  await page.getByRole('tab', { name: 'Text' }).click();
  await page.getByRole('textbox', { name: 'Text' }).fill('We open at eleven.');
  const id = new URL(page.url()).pathname.split('/').at(-1);
  await parley.owner.must(200, 'PATCH', `/api/v1/sources/${id}`, { text: 'We open at eight.', revision: 2 });
  await button(page, 'Save text').click();
  await page.getByRole('dialog').getByText('We open at eight.').waitFor();
  await button(page, 'Replace it with mine').click();
  await page.getByText('The text is saved').last().waitFor();
  await expect
    .poll(async () => (await parley.owner.must(200, 'GET', `/api/v1/sources/${id}`)).text)
    .toBe('We open at eleven.');
});

test('what two authors change of one twin is kept, and where both changed the same, one chooses', async () => {
  const twin = await parley.owner.publishedTwin('Grace');
  const path = `/api/v1/twins/${twin.id}`;
  const { page, goTo } = await openConsole(browser, parley);
  await goTo(`/twins/${twin.id}`);
  await page.getByLabel('Role').fill('Navigator');
  const { draft } = await parley.owner.must(200, 'GET', path);
  const persona = { ...draft.persona, role: 'Captain', tone: 'Dry' };
  await parley.owner.must(200, 'PUT', `${path}/draft`, { revision: draft.revision, persona });
  await button(page, 'Save').click();
  const dialog = page.getByRole('dialog', { name: 'Somebody else changed this twin' });
  await dialog.getByText('Changed meanwhile, and kept').waitFor();
  await dialog.getByRole('radio', { name: 'Mine' }).check();
  await button(page, 'Save what I chose').click();
  await page.getByText('The draft is saved').waitFor();
  expect((await parley.owner.must(200, 'GET', path)).draft.persona).toMatchObject({ role: 'Navigator', tone: 'Dry' });

  await page.getByRole('tab', { name: 'Versions' }).click();
  await button(page, 'Restore version 1 into the draft').click();
  await page.getByText('Version 1 is the draft again').waitFor();
  await page.getByRole('tab', { name: 'Persona' }).click();
  expect(await page.getByLabel('Role').inputValue()).toBe('');

  await button(page, 'Actions for Grace').click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('textbox').fill('Grace');
  await button(page, 'Delete twin').click();
  await page.getByRole('heading', { name: 'Twins', level: 1 }).waitFor();
  expect(await page.getByRole('link', { name: 'Grace' }).count()).toBe(0);
});

test('an address that cannot be read is named at its field', async () => {
  const { page, goTo } = await openConsole(browser, parley);
  await goTo('/sources');
  await button(page, 'Add web pages').click();
  const dialog = page.getByRole('dialog', { name: 'Add web pages' });
  await dialog.getByLabel('Addresses').fill('https://example.com/prices\nftp://example.com');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await dialog.getByText('“ftp://example.com” must be an http or https address.').waitFor();
  await dialog.getByLabel('Addresses').fill(Array.from({ length: 11 }, (_, at) => `example.com/${at}`).join('\n'));
  await dialog.getByRole('button', { name: 'Add' }).click();
  await dialog.getByText('At most 10 addresses at once.').waitFor();
  expect(await dialog.getByLabel('Addresses').getAttribute('aria-invalid')).toBe('true');
});

test('what a deployment may do with its sources is changed on its page', async () => {
  const twin = await parley.owner.publishedTwin('Ida');
  const [prices, margins] = [
    await parley.owner.note('Prices', 'Ten euros.'),
    await parley.owner.note('Margins', 'Two.'),
  ];
  const { id } = await parley.owner.deployTwin(twin.id);
  const { page, goTo } = await openConsole(browser, parley);
  await goTo(`/deployments/${id}/sources`);
  await page.getByLabel('Access to Prices').selectOption('mentioned');
  await page.getByLabel('Access to Margins').selectOption('internal');
  await button(page, 'Save').click();
  await page.getByText('Saved', { exact: true }).waitFor();
  expect((await parley.owner.must(200, 'GET', `/api/v1/deployments/${id}`)).sources).toEqual({
    [prices.id]: 'mentioned',
    [margins.id]: 'internal',
  });
  await goTo(`/deployments/${id}/general`);
  await page.getByRole('link', { name: 'Ida' }).click();
  await page.getByRole('heading', { name: 'Ida', level: 1 }).waitFor();
});
