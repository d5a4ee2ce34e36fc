import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityProblems, testBrowser } from '../harness/browser.ts';
import type { Json } from '../harness/http-client.ts';
import { openConsole, settled } from '../harness/open-console.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

const browser = testBrowser();
let parley: TestParley;
beforeAll(async () => {
  parley = await startParley();
});
afterAll(() => parley.stop());

describe.each([
  { area: 'flows', title: 'Flows', welcome: 'Build your first conversation' },
  { area: 'twins', title: 'Twins', welcome: 'Make the counterpart of an expert' },
])('$area', ({ area, title, welcome }) => {
  const path = `/api/v1/${area}`;
  const find = (query: string) => parley.owner.must(200, 'GET', `${path}?${query}`);
  const names = async (query: string) => (await find(query)).items.map((item: Json) => item.name);

  test('are not searched for where there are none', async () => {
    const { page, goTo } = await openConsole(browser, parley);
    await goTo(`/${area}`);
    await page.getByText(welcome).waitFor();
    expect(await page.getByRole('searchbox').count()).toBe(0);
  });

  test('are found by the words of their names, newest first, page by page', async () => {
    for (const name of ['Apple pie', 'Apple strudel (Ä)', 'Pear tart', 'APPLE-crumble'])
      await parley.owner.must(201, 'POST', path, { name });
    expect(await names('q=app')).toEqual(['APPLE-crumble', 'Apple strudel (Ä)', 'Apple pie']);
    expect(await names('q=ä')).toEqual(['Apple strudel (Ä)']);
    expect(await names('q=strudel+apple')).toEqual(['Apple strudel (Ä)']);
    expect(await names('q=100%25')).toEqual([]);

    const pages: string[][] = [];
    for (let cursor = ''; ; ) {
      const { items, nextCursor } = await find(`q=apple&limit=2${cursor}`);
      pages.push(items.map((item: Json) => item.name));
      if (nextCursor === null) break;
      cursor = `&cursor=${encodeURIComponent(nextCursor)}`;
    }
    expect(pages).toEqual([['APPLE-crumble', 'Apple strudel (Ä)'], ['Apple pie']]);
  });

  test('are found by a new name and no longer by the one before', async () => {
    const { id } = await parley.owner.must(201, 'POST', path, { name: 'Quince' });
    await parley.owner.must(200, 'PATCH', `${path}/${id}`, { name: 'Medlar' });
    expect(await names('q=quince')).toEqual([]);
    expect(await names('q=medlar')).toEqual(['Medlar']);
  });

  test.each(['q=', 'q=%20', `q=${'a'.repeat(201)}`, 'q=a%00'])('are not searched for %s', async (query) => {
    expect((await parley.owner.call('GET', `${path}?${query}`)).body.code).toBe('invalid_request');
  });

  test('are searched in the console by its address, which a reload keeps', async () => {
    const { page, goTo } = await openConsole(browser, parley, { viewport: { width: 375, height: 700 } });
    await goTo(`/${area}`);
    const rows = page.getByRole('table', { name: title }).getByRole('row');
    const search = page.getByLabel('Search by name');
    await search.fill('apple pie');
    await page.waitForURL(/q=apple\+pie/);
    await expect.poll(() => rows.count()).toBe(2);
    await page.reload();
    await rows.filter({ hasText: 'Apple pie' }).waitFor();
    expect(await search.inputValue()).toBe('apple pie');
    expect(await rows.count()).toBe(2);

    await search.fill('none of these');
    await page.getByText(`No such ${area}`).waitFor();
    await settled(page);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.reload();
    await page.getByText(`No such ${area}`).waitFor();
    await search.press('Control+A');
    await search.press('Delete');
    await rows.filter({ hasText: 'Pear tart' }).waitFor();
    expect(await search.evaluate((field) => field === document.activeElement), 'the field was taken away').toBe(true);

    await search.fill('none of these');
    await page.getByRole('button', { name: 'Show all' }).click();
    await rows.filter({ hasText: 'Pear tart' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(await search.inputValue()).toBe('');
  });
});
