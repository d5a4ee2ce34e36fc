import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityProblems, testBrowser } from '../harness/browser.ts';
import { greetingGraph } from '../harness/flow-graphs.ts';
import type { Json } from '../harness/http-client.ts';
import { openConsole, settled } from '../harness/open-console.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

const browser = testBrowser();
let parley: TestParley;
let flow: Json;
beforeAll(async () => {
  parley = await startParley();
  flow = await parley.owner.publishedFlow(greetingGraph(), 'Greeting');
});
afterAll(() => parley.stop());

const partIds = [
  ...['general', 'version', 'audience', 'rollout', 'test', 'behavior', 'sources', 'modes', 'appearance'],
  ...['capabilities', 'sessions', 'notifications', 'history', 'danger'],
];
const newsletter = { page: { url: 'https://example.com/?utm_source=news' } };
const read = (id: string) => parley.owner.must(200, 'GET', `/api/v1/deployments/${id}`);
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();

/** Each visitor comes once, from the newsletter or not. */
async function visits(key: string, fromNewsletter: number, others: number): Promise<void> {
  for (let visitor = 0; visitor < fromNewsletter + others; visitor += 1) {
    const page = visitor < fromNewsletter ? newsletter : {};
    await parley.visitor(key).decide({ unitKey: `visitor-${visitor}`, ...page });
  }
}

test('a deployment made by the wizard serves whom it should; a reload on the way loses nothing', async () => {
  const { page, goTo } = await openConsole(browser, parley);
  await goTo('/deployments');
  await page.getByRole('link', { name: 'New deployment' }).click();
  await page.getByRole('radio', { name: 'Web' }).waitFor();
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('Choose what visitors shall meet.').waitFor();
  expect(await page.getByLabel('Name').getAttribute('aria-invalid')).toBe('true');
  await page.getByLabel('Flow', { exact: true }).selectOption(flow.id);
  await page.getByText('Version 1 now').waitFor();
  await page.getByLabel('Name').fill('Newsletter');
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByRole('button', { name: 'Add a group' }).click();
  await page.getByLabel('Name of the group').fill('Readers');
  await page.getByLabel('rule 1 of Readers: attribute').selectOption('page.utm_source');
  await page.getByText('claimed by the browser', { exact: true }).waitFor();
  await page.getByLabel('rule 1 of Readers: value').fill('news');
  await page.reload();
  expect(await page.getByLabel('rule 1 of Readers: value').inputValue()).toBe('news');
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByRole('radio', { name: 'An exact criterion' }).check();
  await page.getByLabel('Criterion 1: what').selectOption('nodeReached');
  await page.getByLabel('Criterion 1: which step').selectOption('more');
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByText('Readers: page UTM source is news, 100 %').waitFor();
  await page.getByRole('button', { name: 'Deploy' }).click();
  await page.getByRole('heading', { name: 'Newsletter', level: 1 }).waitFor();

  const { items } = await parley.owner.must(200, 'GET', '/api/v1/deployments');
  const made = items.find(({ name }: Json) => name === 'Newsletter');
  expect(made.behavior.criteria).toEqual([{ kind: 'nodeReached', nodeId: 'more' }]);
  await page.getByText(`/d/${made.key}`, { exact: false }).first().waitFor();
  const visitor = parley.visitor(made.key);
  expect((await visitor.tryStart({ unitKey: 'ann', ...newsletter })).status).toBe(201);
  expect((await visitor.tryStart({ unitKey: 'bob' })).body.code).toBe('not_served');
});

test('of a twin that has nothing to answer from the wizard and the page say so, until a source is chosen', async () => {
  const twin = await parley.owner.publishedTwin('Grace');
  const { page, goTo } = await openConsole(browser, parley);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const warning = page.getByRole('status').filter({ hasText: 'The twin has nothing to answer from' });
  const toReview = async () => {
    for (const step of ['Audience', 'Goal', 'Review']) {
      await button('Next').click();
      await page.getByRole('form', { name: step }).waitFor();
    }
  };
  await goTo(`/deployments/new?twin=${twin.id}&step=flow`);
  await warning.filter({ hasText: 'There are no sources yet.' }).waitFor();
  await toReview();
  await warning.getByRole('link', { name: 'Add sources' }).click();
  await page.getByRole('heading', { name: 'Sources', level: 1 }).waitFor();

  const source = await parley.owner.note('Prices', 'Ten euros.');
  await goTo('/deployments/new?step=review');
  await page.getByText('None may be used').waitFor();
  await warning.filter({ hasText: 'No source may be used.' }).waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityProblems(page), colorScheme).toEqual([]);
  }
  await warning.getByRole('button', { name: 'Choose sources' }).click();
  await warning.waitFor();
  await button('Mentioned').click();
  await warning.waitFor({ state: 'detached' });
  await toReview();
  await page.getByText('1 mentioned').waitFor();
  expect(await warning.count()).toBe(0);

  const { id } = await parley.owner.deployTwin(twin.id);
  await goTo(`/deployments/${id}/sources`);
  await warning.waitFor();
  await page.getByLabel('Access to Prices').selectOption('internal');
  await warning.filter({ hasText: 'Only internal sources may be used, and there is no model.' }).waitFor();
  await warning.getByRole('link', { name: 'Set up a model' }).waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityProblems(page), colorScheme).toEqual([]);
  }
  await button('Save').click();
  await page.getByText('Saved', { exact: true }).waitFor();
  expect((await parley.owner.must(200, 'GET', `/api/v1/deployments/${id}`)).sources).toEqual({
    [source.id]: 'internal',
  });

  const first = { provider: 'openai-compatible', model: 'm', baseUrl: 'http://127.0.0.1:9/v1' };
  await parley.owner.must(200, 'PATCH', '/api/v1/models', { first });
  await page.reload();
  await page.getByLabel('Access to Prices').waitFor();
  await settled(page);
  await expect.poll(() => warning.count()).toBe(0);
  await parley.owner.must(200, 'PATCH', '/api/v1/models', { first: null });
  await page.reload();
  await warning.waitFor();
});

test.each([
  ['sources', '**/api/v1/sources?**', '/deployments/new?step=review', 'unavailable'],
  ['models', '**/api/v1/models', '/deployments/new?step=review', 'internal'],
])(
  'where %s cannot be read, the wizard says that it does not know what a twin answers from',
  async (_what, asked, path, access) => {
    const source = await parley.owner.note('Hours', 'Nine to five.');
    const twin = await parley.owner.publishedTwin('Hopper');
    const { page, goTo, expectTrouble } = await openConsole(browser, parley);
    expectTrouble(/status of 503/);
    await goTo(`/deployments/new?twin=${twin.id}&step=flow`);
    await page.getByLabel(`Access to ${source.name}`).first().selectOption(access);
    const unknown = page.getByRole('status').filter({ hasText: 'could not be checked' });
    await page.route(asked, (route) => route.fulfill({ status: 503 }));
    await goTo(path);
    await unknown.waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await accessibilityProblems(page), colorScheme).toEqual([]);
    }
    await page.unroute(asked);
    await unknown.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('status').filter({ hasText: 'The twin has nothing to answer from' }).waitFor();
    expect(await unknown.count()).toBe(0);
  },
);

test('when the answer is lost the wizard keeps everything, and asking again makes no second deployment', async () => {
  const { page, goTo, expectTrouble } = await openConsole(browser, parley);
  expectTrouble(/ERR_CONNECTION_RESET/);
  await goTo(`/deployments/new?flow=${flow.id}&step=flow`);
  await page.getByLabel('Name').fill('Made in a tunnel');
  for (const step of ['Audience', 'Goal', 'Review']) {
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('form', { name: step }).waitFor();
  }
  await page.route('**/api/v1/deployments', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.getByRole('button', { name: 'Deploy' }).click();
  await page.getByText('Nothing you typed is lost; try again').waitFor();
  await page.unroute('**/api/v1/deployments');
  await page.reload();
  await page.getByText('Made in a tunnel').waitFor();
  await page.getByRole('button', { name: 'Deploy' }).click();
  await page.getByRole('heading', { name: 'Made in a tunnel', level: 1 }).waitFor();
  const { items } = await parley.owner.must(200, 'GET', '/api/v1/deployments');
  expect(items.filter(({ name }: Json) => name === 'Made in a tunnel')).toHaveLength(1);
});

test('while the audience is changed, its page says how many recent visitors it would admit', async () => {
  const { id, key } = await parley.owner.deploy(flow.id, { name: 'Front page' });
  await visits(key, 2, 4);
  const { page, goTo } = await openConsole(browser, parley);
  await goTo(`/deployments/${id}/audience`);
  await page.getByText('6 of 6 recent visitors match, about 6 would be served.').waitFor();
  await page.getByRole('button', { name: 'Add a group' }).click();
  await page.getByLabel('rule 1 of Group 1: attribute').selectOption('page.utm_source');
  await page.getByLabel('rule 1 of Group 1: value').fill('news');
  await page.getByText('2 of 6 recent visitors match, about 2 would be served.').waitFor();
  expect((await read(id)).audience.groups).toEqual([]);

  await page.getByLabel('Name of the group').fill('');
  await save(page);
  await page.getByText('Must not be empty.').waitFor();
  await page.getByLabel('Name of the group').fill('Readers');
  await save(page);
  await page.getByText('Saved', { exact: true }).waitFor();
  expect((await read(id)).audience.groups).toEqual([
    { name: 'Readers', filters: [{ attribute: 'page.utm_source', operator: 'equals', value: 'news' }] },
  ]);
  await goTo('/deployments');
  await page.getByText('Readers: page UTM source is news').first().waitFor();
});

test('a share in hundredths and a ramp in the workspace’s time zone are kept as they were set', async () => {
  const { id } = await parley.owner.deploy(flow.id, { name: 'Ramped' });
  await parley.owner.must(200, 'PATCH', '/api/v1/workspace', { timeZone: 'Europe/Berlin' });
  const { page, goTo } = await openConsole(browser, parley);
  await goTo(`/deployments/${id}/rollout`);
  await page.getByLabel('Percentage', { exact: true }).fill('12.34');
  await page.getByRole('button', { name: 'Add a step' }).click();
  await page.getByLabel('Step 1: when').fill('2030-07-01T09:00');
  await page.getByLabel('Step 1: percentage').fill('50');
  await save(page);
  await page.getByText('Saved', { exact: true }).waitFor();
  expect((await read(id)).rollout).toEqual({
    percentage: 12.34,
    schedule: [{ at: '2030-07-01T07:00:00.000Z', percentage: 50 }],
  });
  await page.getByLabel('The steps are applied at their times').click();
  await page.getByLabel('Percentage', { exact: true }).fill('12.345');
  await save(page);
  await page.getByText('Must be in steps of 0.01.').waitFor();
  await page.getByLabel('Percentage', { exact: true }).fill('13');
  await save(page);
  await page.getByText('Not saved yet').waitFor({ state: 'detached' });
  expect((await read(id)).rollout).toMatchObject({ percentage: 13, paused: true });
});

test('trying a visitor explains which stage refuses, and shows what was decided before', async () => {
  const audience = {
    groups: [{ name: 'Large', filters: [{ attribute: 'company.size', operator: 'greater_than', value: 50 }] }],
  };
  const { id, key } = await parley.owner.deploy(flow.id, { name: 'For companies', audience });
  await parley.visitor(key).decide({ unitKey: 'ann' });
  const { page, goTo } = await openConsole(browser, parley);
  await goTo(`/deployments/${id}/test`);
  await page.getByLabel('Key of the visitor').fill('ann');
  await page.getByLabel('attribute 1: value').fill('12');
  await page.getByRole('button', { name: 'Explain' }).click();
  await page.getByText('company.size is greater than 50, but it is 12').waitFor();
  await page.getByText('this is what refuses').waitFor();
  await page.getByRole('img', { name: /^Bucket \d+ of 0 to 9,999: 0 to 9,999 are admitted$/ }).waitFor();
  const recorded = page.getByRole('table', { name: 'Recorded decisions' });
  await recorded.getByText('Not served: not in the audience').waitFor();
  expect(await recorded.getByRole('row').count()).toBe(2);
  await page.getByLabel('attribute 1: value').fill('120');
  await page.getByRole('button', { name: 'Explain' }).click();
  await page.getByText('Served', { exact: true }).first().waitFor();
});

test('an earlier revision is brought back, and that taken back', async () => {
  const { id } = await parley.owner.deploy(flow.id, { name: 'Before' });
  await parley.owner.must(200, 'PATCH', `/api/v1/deployments/${id}`, { name: 'After', rollout: { percentage: 10 } });
  const { page, goTo } = await openConsole(browser, parley);
  await goTo(`/deployments/${id}/history`);
  await page.getByText('changed Name, Percentage').waitFor();
  await page.getByRole('button', { name: 'Restore revision 1' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('100 %').waitFor();
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await page.getByRole('heading', { name: 'Before', level: 1 }).waitFor();
  expect(await read(id)).toMatchObject({ revision: 3, name: 'Before', rollout: { percentage: 100 } });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('heading', { name: 'After', level: 1 }).waitFor();
});

test('what somebody else saved meanwhile is shown, and one chooses where both changed the same', async () => {
  const { id } = await parley.owner.deploy(flow.id, { name: 'Contested' });
  const { page, goTo } = await openConsole(browser, parley);
  await goTo(`/deployments/${id}/rollout`);
  await page.getByLabel('Percentage', { exact: true }).fill('25');
  await parley.owner.must(200, 'PATCH', `/api/v1/deployments/${id}`, {
    rollout: { percentage: 50 },
    behavior: { goal: 'An email' },
  });
  await save(page);
  const dialog = page.getByRole('dialog', { name: 'Somebody else changed this deployment' });
  await dialog.getByText('test saved revision 2').waitFor();
  await dialog.getByText('An email').waitFor();
  expect(await dialog.getByRole('button', { name: 'Save what I chose' }).isDisabled()).toBe(true);
  await dialog.getByRole('radio', { name: 'Mine' }).check();
  await dialog.getByRole('button', { name: 'Save what I chose' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  expect(await read(id)).toMatchObject({ revision: 3, rollout: { percentage: 25 }, behavior: { goal: 'An email' } });
});

test('a deployment is moved to another version from the list, and back', async () => {
  const { id } = await parley.owner.deploy(flow.id, { name: 'Moved about' });
  const { page, goTo } = await openConsole(browser, parley);
  await goTo('/deployments');
  await page.getByRole('button', { name: 'Actions for Moved about' }).click();
  await page.getByRole('menuitem', { name: 'Pin to version 1' }).click();
  await page.getByText('New sessions of Moved about begin on version 1').waitFor();
  expect((await read(id)).versionPolicy).toEqual({ kind: 'pinned', number: 1 });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Moved about follows the latest version').waitFor();
  expect((await read(id)).versionPolicy).toEqual({ kind: 'latest' });
});

test('leaving what is not saved is asked about, and deleting wants the name typed', async () => {
  const { id } = await parley.owner.deploy(flow.id, { name: 'Short-lived' });
  const { page, goTo } = await openConsole(browser, parley);
  await goTo(`/deployments/${id}/general`);
  await page.getByLabel('Name', { exact: true }).fill('Changed');
  await page.getByRole('link', { name: 'Danger zone' }).click();
  await page.getByRole('alertdialog').getByText('Leave without saving?').waitFor();
  await page.getByRole('button', { name: 'Leave' }).click();
  await page.getByRole('heading', { name: 'Danger zone' }).waitFor();
  expect((await read(id)).revision).toBe(1);
  await page.getByRole('button', { name: 'Delete…' }).click();
  expect(await page.getByRole('button', { name: 'Delete deployment' }).isDisabled()).toBe(true);
  await page.getByLabel('to confirm').fill('Short-lived');
  await page.getByRole('button', { name: 'Delete deployment' }).click();
  await page.getByRole('heading', { name: 'Deployments', level: 1 }).waitFor();
  expect((await parley.owner.call('GET', `/api/v1/deployments/${id}`)).status).toBe(404);
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test('axe finds nothing in any part of a deployment, nor in the wizard', async () => {
    const audience = {
      groups: [{ name: 'News', filters: [{ attribute: 'page.utm_source', operator: 'equals', value: 'news' }] }],
    };
    const schedule = [{ at: '2030-01-31T09:00:00Z', percentage: 50 }];
    const rollout = { percentage: 10, schedule };
    const { id, key } = await parley.owner.deploy(flow.id, { name: `All parts, ${colorScheme}`, audience, rollout });
    await visits(key, 1, 1);
    const { page, goTo } = await openConsole(browser, parley, { colorScheme });
    const found: Record<string, string[]> = {};
    for (const path of ['/deployments', '/deployments/new', ...partIds.map((part) => `/deployments/${id}/${part}`)]) {
      await goTo(path);
      await page.waitForLoadState('networkidle');
      const problems = await accessibilityProblems(page);
      if (problems.length > 0) found[path] = problems;
    }
    expect(found).toEqual({});
  });
});

test('no part is wider than a screen of 375 px', async () => {
  const { id } = await parley.owner.deploy(flow.id, { name: 'AVeryLongNameWithoutAnySpacesThatHasToBreakSomewhere' });
  const { page, goTo } = await openConsole(browser, parley, { viewport: { width: 375, height: 740 } });
  const tooWide: string[] = [];
  for (const path of ['/deployments', '/deployments/new', ...partIds.map((part) => `/deployments/${id}/${part}`)]) {
    await goTo(path);
    await page.waitForLoadState('networkidle');
    const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
    if (width > 375) tooWide.push(`${path}: ${width}`);
  }
  expect(tooWide).toEqual([]);
  await page.getByLabel('Part of the deployment').selectOption('rollout');
  await page.getByRole('slider', { name: 'Share of the audience' }).waitFor();
});

test('a deployment is found by name and status, in an order that the address keeps', async () => {
  const { id } = await parley.owner.deploy(flow.id, { name: 'Orchard, quiet' });
  const busy = await parley.owner.deploy(flow.id, { name: 'Orchard, busy' });
  await parley.owner.deploy(flow.id, { name: 'Orchard, closed', status: 'inactive' });
  await parley.visitor(busy.key).start();
  const { page, goTo } = await openConsole(browser, parley);
  await goTo('/deployments');
  await page.getByLabel('Search by name').fill('orch');
  await page.waitForURL(/q=orch/);
  const names = page.getByRole('table', { name: 'Deployments' }).getByRole('link', { name: /Orchard/ });
  const order = async (sort: string, expected: string[]) => {
    await page.getByLabel('Sort by').selectOption(sort);
    await expect
      .poll(() => names.allInnerTexts(), { message: sort })
      .toEqual(expected.map((name) => `Orchard, ${name}`));
  };
  await order('Name', ['busy', 'closed', 'quiet']);
  await order('Most sessions', ['busy', 'closed', 'quiet']);
  await order('Newest first', ['closed', 'busy', 'quiet']);
  await page.getByLabel('Status', { exact: true }).selectOption('Active');
  await order('Name', ['busy', 'quiet']);
  await page.reload();
  await names.first().waitFor();
  expect(await names.allInnerTexts()).toEqual(['Orchard, busy', 'Orchard, quiet']);
  expect(await page.getByLabel('Search by name').inputValue()).toBe('orch');

  await page.getByLabel('Search by name').fill('none of these');
  await page.getByText('No such deployments').waitFor();
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('row', { name: /Orchard, closed/ }).waitFor();
  expect(new URL(page.url()).search).toBe('?sort=name');
  expect((await parley.owner.call('GET', '/api/v1/deployments?sort=age')).body.code).toBe('invalid_request');
  expect(
    (await parley.owner.must(200, 'GET', '/api/v1/deployments?q=orchard%20qui&status=active')).items,
  ).toMatchObject([{ id }]);
});

test('a viewer looks at everything and changes nothing', async () => {
  const { id } = await parley.owner.deploy(flow.id, { name: 'Looked at' });
  const owner = await openConsole(browser, parley);
  await owner.page.route('**/api/v1/workspace', async (route) => {
    const answer = await route.fetch();
    const workspace = await answer.json();
    const scopes = workspace.caller.scopes.filter((scope: string) => !scope.endsWith(':write'));
    await route.fulfill({ response: answer, json: { ...workspace, caller: { ...workspace.caller, scopes } } });
  });
  await owner.goTo(`/deployments/${id}/rollout`);
  expect(await owner.page.getByLabel('Percentage', { exact: true }).isDisabled()).toBe(true);
  expect(await owner.page.getByRole('switch', { name: 'Looked at is active' }).isDisabled()).toBe(true);
  await owner.goTo('/deployments');
  expect(await owner.page.getByRole('link', { name: 'New deployment' }).count()).toBe(0);
});
