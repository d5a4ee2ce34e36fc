import { afterAll, beforeAll, expect, test } from 'vitest';
import { testBrowser } from '../harness/browser.ts';
import { type FakeModelServer, refuses, says, startFakeModelServer } from '../harness/fake-model-server.ts';
import { openConsole } from '../harness/open-console.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

const browser = testBrowser();
let parley: TestParley;
let server: FakeModelServer;

beforeAll(async () => {
  server = await startFakeModelServer();
  parley = await startParley({ httpAllow: [server.host] });
});
afterAll(async () => {
  await parley.stop();
  await server.close();
});

test('a model is tried, saved with its key, and removed', async () => {
  const { page, goTo } = await openConsole(browser, parley);
  await goTo('/settings/models');
  const form = page.getByRole('form', { name: 'First model' });
  const field = (name: string) => form.getByLabel(name);
  const press = (name: string) => form.getByRole('button', { name }).click();
  const status = form.getByRole('status');

  await field('Provider').selectOption({ label: 'OpenAI' });
  await field('Model').fill('gpt');
  await press('Save');
  await form.getByText('Enter the API key; this provider needs one.').waitFor();

  await field('Provider').selectOption({ label: 'OpenAI-compatible server' });
  await field('Address').fill(server.baseUrl);
  await field('API key').fill('sk-secret');
  server.next(refuses(401));
  await press('Test');
  await status.getByText('Does not work').waitFor();
  await status.getByText('refused the API key').waitFor();
  server.next(says('OK'));
  await press('Test');
  await status.getByText('openai-compatible gpt answered: “OK”').waitFor();

  await press('Save');
  await form.getByText('A key is stored.').waitFor();
  expect(await field('API key').inputValue()).toBe('');
  await page.reload();
  await form.getByText('A key is stored.').waitFor();
  expect(await field('Model').inputValue()).toBe('gpt');

  await press('Remove the key');
  await form.getByText('A key is stored.').waitFor({ state: 'detached' });
  await field('Provider').selectOption({ label: 'None: the built-in brain answers' });
  await press('Save');
  await page.getByText('First model saved').last().waitFor();
  expect(await parley.owner.must(200, 'GET', '/api/v1/models')).toMatchObject({ first: null });
});
