import { afterAll, beforeAll, expect, test } from 'vitest';
import { UpstreamError } from '../../server/errors.ts';
import { sameBrains, scriptedBrain } from '../../server/ports/testing/scripted-brain.ts';
import { accessibilityProblems, testBrowser } from '../harness/browser.ts';
import { openConsole } from '../harness/open-console.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

const browser = testBrowser();
const brain = scriptedBrain();
let parley: TestParley;

beforeAll(async () => {
  parley = await startParley({ brains: sameBrains(brain) });
});
afterAll(() => parley?.stop());

test('an expert has rules proposed from a source, and only those that are ticked become rules', async () => {
  const { owner } = parley;
  const source = await owner.note('Terms', '# Refunds\n\nA ticket is refunded until ten days before the event.');
  const twin = await owner.must(201, 'POST', '/api/v1/twins', { name: 'Grace' });
  const { page, goTo, expectTrouble } = await openConsole(browser, parley);
  expectTrouble(/^Failed to load resource: the server responded with a status of 503/);
  await goTo(`/twins/${twin.id}?tab=rules`);
  await page.getByRole('button', { name: 'Propose rules from sources' }).click();
  const dialog = page.getByRole('dialog', { name: 'Propose rules from sources' });
  const propose = dialog.getByRole('button', { name: 'Propose rules', exact: true });
  await dialog.getByLabel('Terms').check();
  expect(await accessibilityProblems(page)).toEqual([]);

  brain.distills(async () => {
    throw new UpstreamError('openai', 'openai gpt refused the API key.', false);
  });
  await propose.click();
  await dialog.getByText('openai gpt refused the API key.').waitFor();

  brain.distills(async () => [
    { kind: 'knowledge', text: 'Tickets are refunded until ten days before.', passage: 0 },
    { kind: 'style', text: 'Counts in days.', passage: 0 },
  ]);
  await propose.click();
  const proposals = dialog.getByRole('list', { name: 'Proposed rules' });
  await proposals.getByText('A ticket is refunded until ten days before the event.').first().waitFor();
  await proposals.getByText('Terms › Refunds').first().waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  const add = dialog.getByRole('button', { name: 'Add to the draft' });
  expect(await add.isDisabled()).toBe(true);
  await proposals.getByLabel('Tickets are refunded until ten days before.').check();
  await add.click();
  await dialog.waitFor({ state: 'detached' });

  expect(await page.getByRole('textbox', { name: 'Knowledge rule 1' }).inputValue()).toBe(
    'Tickets are refunded until ten days before.',
  );
  expect((await owner.must(200, 'GET', `/api/v1/twins/${twin.id}`)).draft.knowledgeRules).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The draft is saved').waitFor();
  const { draft } = await owner.must(200, 'GET', `/api/v1/twins/${twin.id}`);
  expect(draft.knowledgeRules).toMatchObject([
    { text: 'Tickets are refunded until ten days before.', origin: { sourceId: source.id, revision: 1, number: 1 } },
  ]);
  expect(draft.styleRules).toEqual([]);
});
