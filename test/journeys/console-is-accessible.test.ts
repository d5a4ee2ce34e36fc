import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sameBrains, scriptedBrain } from '../../server/ports/testing/scripted-brain.ts';
import { accessibilityProblems, testBrowser } from '../harness/browser.ts';
import { greetingGraph } from '../harness/flow-graphs.ts';
import { openConsole, openSignedOut, settled } from '../harness/open-console.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { until } from '../harness/until.ts';

const browser = testBrowser();
const brain = scriptedBrain();
let parley: TestParley;
/** Every page of the console, with something on it. */
let paths: string[];

beforeAll(async () => {
  parley = await startParley({ brains: sameBrains(brain) });
  const { owner } = parley;
  const flow = await owner.publishedFlow(greetingGraph(), 'Greeting');
  const { key } = await owner.deploy(flow.id, { name: 'Front page of the shop, in summer and on holidays' });
  const session = await parley.visitor(key).start({ unitKey: 'ann' });
  await session.send('Ann');
  await (await parley.visitor(key).start({ unitKey: 'ben' })).end();
  const { personId } = await owner.must(200, 'GET', `/api/v1/sessions/${session.id}`);
  const twin = await owner.publishedTwin('Grace', { role: 'Head of tickets' });
  const source = await owner.note('Tickets', '# Refunds\n\nA ticket is refunded until ten days before the event.');
  const own = { name: 'Offer of the year', text: 'Ten euros less.', personId };
  const ownSource = await owner.must(201, 'POST', '/api/v1/sources/notes', own);
  const twinDeployment = await owner.deployTwin(twin.id, { sources: { [source.id]: 'mentioned' } });
  brain.does(async ({ passages }, hear) => {
    hear.piece('Until ten days before the event [1].');
    return { cited: passages, facts: ['Has a ticket for Friday'] };
  });
  const asked = await parley.visitor(twinDeployment.key).start();
  await asked.send('I have a ticket for Friday. Until when is it refunded?');
  const { personId: askerId } = await owner.must(200, 'GET', `/api/v1/sessions/${asked.id}`);
  await until(
    () => owner.must(200, 'GET', `/api/v1/people/${askerId}/facts`),
    ({ items }) => items.length > 0,
  );
  await owner.must(204, 'PUT', '/api/v1/secrets/CRM_TOKEN', { value: 'hush' });
  await owner.must(201, 'POST', '/api/v1/invitations', { role: 'viewer' });
  paths = [
    '/flows',
    '/flows?q=nothing',
    `/flows/${flow.id}`,
    '/flows/none',
    `/flows/${flow.id}/versions/1`,
    '/twins',
    `/twins/${twin.id}`,
    `/twins/${twin.id}?tab=rules`,
    `/twins/${twin.id}?tab=versions`,
    '/sources',
    '/sources?q=nothing',
    `/sources/${source.id}`,
    `/sources/${source.id}?tab=passages`,
    '/sources?of=person',
    `/sources/${ownSource.id}`,
    '/deployments',
    `/deployments/${twinDeployment.id}/sources`,
    `/deployments/new?twin=${twin.id}&step=flow`,
    '/deployments?q=nothing&sort=success',
    '/dashboard',
    '/sessions',
    '/sessions?status=active&outcome=unclear',
    `/sessions/${session.id}`,
    `/sessions/${session.id}?tab=path`,
    `/sessions/${asked.id}`,
    '/people',
    `/people/${personId}`,
    `/people/${askerId}`,
    '/settings',
    '/settings/members',
    '/settings/models',
    '/settings/api-keys',
    '/settings/secrets',
    '/settings/audit',
  ];
});
afterAll(() => parley.stop());

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test('axe finds nothing on any page, and no page is in trouble', async () => {
    const { page, goTo } = await openConsole(browser, parley, { colorScheme });
    const found: Record<string, string[]> = {};
    for (const path of paths) {
      await goTo(path);
      await settled(page);
      const problems = await accessibilityProblems(page);
      if (problems.length > 0) found[path] = problems;
    }
    expect(found).toEqual({});
  });

  test('axe finds nothing in dialogs, menus and the palette', async () => {
    const { page, goTo } = await openConsole(browser, parley, { colorScheme });
    const found: Record<string, string[]> = {};
    const look = async (at: string) => {
      const problems = await accessibilityProblems(page);
      if (problems.length > 0) found[at] = problems;
      await page.keyboard.press('Escape');
    };
    await goTo('/flows');
    await page.getByRole('button', { name: 'New flow' }).click();
    await page.getByRole('dialog', { name: 'New flow' }).waitFor();
    await look('new flow');
    await page.getByRole('button', { name: 'Actions for Greeting' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).waitFor();
    await look('menu');
    await page.getByRole('button', { name: 'Actions for Greeting' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('alertdialog').waitFor();
    await look('delete flow');
    await page.keyboard.press('Control+k');
    await page.getByRole('option', { name: 'Greeting' }).waitFor();
    await look('palette');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await look('shortcuts');
    expect(found).toEqual({});
  });
});

test('nothing is wider than a screen of 375 px, and the menu is behind a button', async () => {
  const { page, goTo } = await openConsole(browser, parley, { viewport: { width: 375, height: 740 } });
  const tooWide: string[] = [];
  for (const path of paths) {
    await goTo(path);
    await settled(page);
    const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
    if (width > 375) tooWide.push(`${path}: ${width}`);
  }
  expect(tooWide).toEqual([]);
  await page.getByRole('button', { name: 'Open menu' }).click();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('heading', { name: 'People', level: 1 }).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('the pages before the sign-in are accessible in both themes', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await openSignedOut(browser, parley, { colorScheme });
    for (const path of ['/sign-in', '/join', '/join#inv_unknown', '/forgot-password', '/reset-password#token']) {
      await page.goto(parley.url + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
    }
  }
});
