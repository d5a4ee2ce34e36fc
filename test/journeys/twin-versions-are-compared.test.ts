import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityProblems, testBrowser } from '../harness/browser.ts';
import { openConsole, settled } from '../harness/open-console.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { until } from '../harness/until.ts';

const browser = testBrowser();
let parley: TestParley;
let id: string;
let noteId: string;
beforeAll(async () => {
  parley = await startParley();
  const { owner } = parley;
  ({ id } = await owner.must(201, 'POST', '/api/v1/twins', { name: 'Ada' }));
  await save(1, { name: 'Ada', tone: '' }, [{ id: 'open', text: 'The shop opens at nine.' }]);
  await owner.must(201, 'POST', `/api/v1/twins/${id}/versions`);
  noteId = (await owner.must(201, 'POST', '/api/v1/sources/notes', { name: 'Prices', text: 'A deposit is 50 euros.' }))
    .id;
  await until(
    () => owner.must(200, 'GET', `/api/v1/sources/${noteId}`),
    ({ status }) => status === 'ready',
  );
  await save(2, { name: 'Ada', tone: 'Dry' }, [{ id: 'shut', text: 'The shop shuts at six.' }]);
  await owner.must(201, 'POST', `/api/v1/twins/${id}/versions`);
  await save(3, { name: 'Ada', tone: 'Warm' }, [{ id: 'shut', text: 'The shop shuts at seven.' }]);
});
afterAll(() => parley.stop());

async function save(revision: number, change: { name: string; tone: string }, knowledgeRules: object[]): Promise<void> {
  const persona = { role: '', bio: '', greeting: '', ...change };
  await parley.owner.must(200, 'PUT', `/api/v1/twins/${id}/draft`, {
    revision,
    persona,
    knowledgeRules,
    styleRules: [],
  });
}
const diff = (from: number | 'draft', to: number | 'draft') =>
  parley.owner.must(200, 'GET', `/api/v1/twins/${id}/diff?from=${from}&to=${to}`);

test('any two versions and the draft are compared, with the sources in force at each', async () => {
  const open = { ruleId: 'open', kind: 'knowledge' };
  const shut = { ruleId: 'shut', kind: 'knowledge' };
  expect(await diff(1, 2)).toEqual({
    persona: [{ field: 'tone', before: '', after: 'Dry' }],
    rules: [
      { ...open, change: 'removed', fields: [{ field: 'text', before: 'The shop opens at nine.' }] },
      { ...shut, change: 'added', fields: [{ field: 'text', after: 'The shop shuts at six.' }] },
    ],
    order: [],
    sources: [{ sourceId: noteId, name: 'Prices', change: 'added', after: 1 }],
  });
  expect(await diff(2, 'draft')).toEqual({
    persona: [{ field: 'tone', before: 'Dry', after: 'Warm' }],
    rules: [
      {
        ...shut,
        change: 'changed',
        fields: [{ field: 'text', before: 'The shop shuts at six.', after: 'The shop shuts at seven.' }],
      },
    ],
    order: [],
    sources: [],
  });
  expect(await diff('draft', 1)).toMatchObject({ persona: [{ before: 'Warm', after: '' }] });
  expect(await diff(2, 2)).toEqual({ persona: [], rules: [], order: [], sources: [] });
});

test.each([
  ['?from=1', 'invalid_request'],
  ['?from=1&to=newest', 'invalid_request'],
  ['?from=1&to=9', 'not_found'],
])('%s is refused', async (query, code) => {
  expect((await parley.owner.call('GET', `/api/v1/twins/${id}/diff${query}`)).body.code).toBe(code);
});

test.each(['light', 'dark'] as const)(
  'in %s, the console shows what differs between two sides',
  async (colorScheme) => {
    const { page, goTo } = await openConsole(browser, parley, { colorScheme, viewport: { width: 375, height: 800 } });
    await goTo(`/twins/${id}?tab=versions`);
    await page.getByText('1 part of the persona changed, 1 rule changed.').waitFor();
    await page.getByText('The shop shuts at seven.').waitFor();
    await settled(page);
    expect(await accessibilityProblems(page)).toEqual([]);

    await page.getByRole('button', { name: 'Compare version 1 with the draft' }).click();
    await page.getByText('Source · Prices').waitFor();
    await page.getByLabel('To', { exact: true }).selectOption('Version 1');
    await page.getByText('Nothing changed.').waitFor();
  },
);

test('before it is published, a draft is seen beside the version before it', async () => {
  const { page, goTo } = await openConsole(browser, parley);
  await goTo(`/twins/${id}`);
  await page.getByRole('button', { name: 'Publish' }).click();
  const changes = page.getByRole('dialog').getByRole('region', { name: 'Changes since v2' });
  await changes.getByText('Warm').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});
