import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { UpstreamError } from '../../server/errors.ts';
import type { ReadOutcome } from '../../server/ports/source-reader.ts';
import type { Json } from '../harness/http-client.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { until } from '../harness/until.ts';
import { readingEnds } from '../harness/upload-source.ts';

let parley: TestParley;
/** What comes of the next readings, and how many there were. */
let answer: () => Promise<ReadOutcome>;
let readings: number;

beforeAll(async () => {
  const read = () => {
    readings += 1;
    return answer();
  };
  parley = await startParley({ pageReader: { read } });
});
beforeEach(() => {
  readings = 0;
});
afterAll(() => parley.stop());

const page = (text: string) => async (): Promise<ReadOutcome> => ({
  kind: 'read',
  fileKind: 'page',
  title: null,
  text,
});
const must = (status: number, method: string, path: string, body?: unknown) =>
  parley.owner.must(status, method, `/api/v1/sources${path}`, body);
const add = async (): Promise<string> =>
  (await must(201, 'POST', '/urls', { urls: ['https://example.com/prices/'] })).items[0].id;
/** What the queue does, without waiting until it is time. */
const readNow = (sourceId: string) =>
  parley.parley.jobs.readSource({ workspaceId: parley.actor.workspaceId, sourceId });

test('an outage is waited for, and then the page is read', async () => {
  answer = async () => {
    throw new UpstreamError('example.com', 'example.com did not answer in time.', true);
  };
  const id = await add();
  const waiting = await until(
    () => must(200, 'GET', `/${id}`),
    ({ error }: Json) => error !== null,
  );
  expect(waiting).toMatchObject({ status: 'waiting', name: 'example.com/prices', text: null });
  expect(waiting.error).toBe('example.com did not answer in time.');
  expect(waiting.retry).toMatchObject({ attempt: 2, of: 4 });
  expect(Date.parse(waiting.retry.at)).toBeGreaterThan(Date.parse(waiting.updatedAt));
  await must(200, 'PATCH', `/${id}`, { name: 'Prices' });
  expect(await must(200, 'GET', `/${id}`)).toMatchObject({ name: 'Prices', retry: waiting.retry });
  answer = page('It costs ten euros.');
  await readNow(id);
  expect(await must(200, 'GET', `/${id}`)).toMatchObject({
    status: 'ready',
    error: null,
    retry: null,
    text: 'It costs ten euros.',
  });
});

test.each([
  ['an outage that does not end', new UpstreamError('example.com', 'example.com did not answer in time.', true), 4],
  ['a refusal for good', new UpstreamError('example.com', 'example.com may not be called.', false), 1],
  ['a mistake of ours', new TypeError('undefined is not a function'), 4],
])('%s fails in the end, with the reason', async (_what, error, times) => {
  answer = () => Promise.reject(error);
  const id = await add();
  await until(async () => readings, Boolean);
  const delays: number[] = [];
  for (let attempt = 2; attempt < 10; attempt += 1) {
    const { retry, updatedAt } = await until(
      () => must(200, 'GET', `/${id}`),
      ({ status }: Json) => status !== 'reading',
    );
    if (retry) delays.push(Date.parse(retry.at) - Date.parse(updatedAt));
    await readNow(id);
  }
  expect(delays).toEqual(times === 1 ? [] : [5_000, 30_000, 180_000]);
  const source = await readingEnds(parley.owner, id);
  expect([source.status, readings]).toEqual(['failed', times]);
  const reason =
    error instanceof UpstreamError ? error.message : 'Something went wrong on our side while this was read.';
  expect([source.error, source.retry]).toEqual([times === 1 ? reason : `${reason} It was tried 4 times.`, null]);
  answer = page('It costs ten euros.');
  await must(202, 'POST', `/${id}/reread`);
  expect(await readingEnds(parley.owner, id)).toMatchObject({ status: 'ready', revision: 1 });
});

test('a site that asks to wait is waited for', async () => {
  const busy = 'example.com is asked for too much at the moment (429).';
  answer = () => Promise.reject(new UpstreamError('http', busy, true, { retryAfterMs: 600_000 }));
  const id = await add();
  const { retry, updatedAt, error } = await until(
    () => must(200, 'GET', `/${id}`),
    (source: Json) => source.retry !== null,
  );
  expect([error, Date.parse(retry.at) - Date.parse(updatedAt)]).toEqual([busy, 600_000]);
});

test('a reading that fails leaves the text in use, and its edits', async () => {
  answer = page('It costs ten euros.');
  const id = await add();
  await readingEnds(parley.owner, id);
  await must(200, 'PATCH', `/${id}`, { text: 'It costs eleven euros.', revision: 1 });
  answer = async () => ({ kind: 'refused', reason: 'There is no page at that address (404).' });
  await must(202, 'POST', `/${id}/reread`);
  expect(await readingEnds(parley.owner, id)).toMatchObject({
    status: 'failed',
    error: 'There is no page at that address (404).',
    text: 'It costs eleven euros.',
    revision: 2,
    passages: 1,
  });
});

test('meanwhile a source may be deleted or renamed, and its text not edited', async () => {
  const waiting: ((outcome: ReadOutcome) => void)[] = [];
  answer = () => new Promise((resolve) => waiting.push(resolve));
  const [kept, gone] = [await add(), await add()];
  await until(
    async () => waiting.length,
    (count) => count === 2,
  );
  expect(await must(200, 'GET', `/${kept}`)).toMatchObject({ status: 'reading', revision: null });
  await must(200, 'PATCH', `/${kept}`, { name: 'Prices' });
  const edit = await parley.owner.call('PATCH', `/api/v1/sources/${kept}`, { text: 'Mine.', revision: 1 });
  expect([edit.status, edit.body.code]).toEqual([409, 'conflict']);
  await must(202, 'POST', `/${kept}/reread`);
  await must(204, 'DELETE', `/${gone}`);
  for (const resolve of waiting) resolve(await page('It costs ten euros.')());
  expect(await readingEnds(parley.owner, kept)).toMatchObject({ status: 'ready', name: 'Prices', revision: 1 });
  await readNow(gone);
  expect((await parley.owner.call('GET', `/api/v1/sources/${gone}`)).status).toBe(404);
  expect(readings).toBe(2);
});
