import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient, ProblemError } from '../../contract/client.ts';
import { sourceEndpoints } from '../../contract/sources.ts';
import { createApiKey } from '../../server/access/api-keys.ts';
import {
  makeDocx,
  makePdf,
  makePptx,
  printedLines,
  wordParagraph,
} from '../../server/adapters/source-reader/testing/make-files.ts';
import { greetingGraph } from '../harness/flow-graphs.ts';
import type { Json } from '../harness/http-client.ts';
import { ownerOf } from '../harness/parley-client.ts';
import { htmlPage, type SmallSite, smallSite } from '../harness/small-site.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { endlessly, readingEnds, uploadSource } from '../harness/upload-source.ts';

let parley: TestParley;
let site: SmallSite;
beforeAll(async () => {
  site = await smallSite({
    '/': htmlPage('Workshop', 'We mend bicycles.', '<a href="/prices">Prices</a> <a href="/jobs">Jobs</a>'),
    '/prices': htmlPage('Prices', 'A new chain costs forty euros.'),
    '/jobs': htmlPage('Jobs', 'We look for a mechanic.'),
  });
  parley = await startParley({
    sourceLimits: { fileMb: 2, characters: 100_000, linkedPages: 1 },
    httpAllow: [site.host],
  });
});
afterAll(async () => {
  await parley.stop();
  site.stop();
});

const must = (status: number, method: string, path: string, body?: unknown) =>
  parley.owner.must(status, method, `/api/v1/sources${path}`, body);
const upload = (name: string, content: Parameters<typeof uploadSource>[2], headers?: Record<string, string>) =>
  uploadSource(parley, name, content, headers);
async function uploaded(name: string, content: Uint8Array | string): Promise<Json> {
  const { status, body } = await upload(name, content);
  expect([status, body.status, body.kind]).toEqual([201, 'waiting', 'file']);
  return readingEnds(parley.owner, body.id);
}
const note = (text: string, more: object = {}) => must(201, 'POST', '/notes', { name: 'Opening hours', text, ...more });
const refusal = async (path: string, method: string, body?: unknown) => {
  const { status, body: problem } = await parley.owner.call(method, `/api/v1/sources${path}`, body);
  return [status, problem.code, problem.detail];
};

describe('files', () => {
  const email = 'From: ann@example.com\r\nSubject: Returns\r\nContent-Type: text/plain\r\n\r\nSend it back in May.\r\n';
  test.each([
    ['handbook.pdf', makePdf([printedLines('Refunds take ten days.')]), 'application/pdf', 'Refunds take ten days'],
    ['brief.docx', makeDocx(wordParagraph('The office is in Graz.')), /wordprocessingml/, 'office is in Graz'],
    ['pitch.pptx', makePptx([{ title: 'Prices', lines: ['It costs ten euros.'] }]), /presentationml/, 'ten euros'],
    ['guide.md', '# Guide\n\nAsk for the blue key.', 'text/markdown', 'blue key'],
    ['plain.txt', 'The lift is out of order.', 'text/plain', 'The lift is out'],
    ['prices.csv', 'product,price\nchair,40\ntable,90\n', 'text/csv', 'chair'],
    ['mail.eml', email, 'message/rfc822', 'Send it back in May'],
  ])('%s is read into text and passages', async (name, content, mediaType, words) => {
    const source = await uploaded(name, content);
    expect(source).toMatchObject({ name, status: 'ready', progress: 1, error: null, revision: 1 });
    expect(source).toMatchObject({ sizeBytes: Buffer.from(content).byteLength, characters: source.text.length });
    expect(source.mediaType).toMatch(mediaType);
    expect(source.text).toContain(words);
    const { items } = await must(200, 'GET', `/${source.id}/passages`);
    expect(items).toHaveLength(source.passages);
    expect(items.map(({ text }: Json) => text).join()).toContain(words);
  });

  test.each([
    ['an encrypted PDF', 'secret.pdf', makePdf([printedLines('Secret')], { encrypt: true }), /password/],
    ['an empty scan', 'scan.pdf', makePdf([[], []]), /scan/],
    ['a picture by another name', 'brief.docx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /brief\.docx/],
    ['text of more characters than are read', 'long.txt', 'word '.repeat(30_000), /100000|100,000/],
  ])('%s fails with a reason', async (_what, name, content, reason) => {
    const source = await uploaded(name, content);
    expect(source).toMatchObject({ status: 'failed', revision: null, text: null, passages: 0 });
    expect(source.error).toMatch(reason);
  });

  test('the typed client sends a file, from a browser or not', async () => {
    const authorized: typeof fetch = (url, init) =>
      fetch(url, { ...init, headers: { ...init?.headers, authorization: `Bearer ${parley.key}` } });
    const client = createClient({ baseUrl: parley.url, fetch: (url, init) => authorized(url, init) });
    const sent = [new Blob(['Blobs are read.']), new TextEncoder().encode('Bytes are read.')];
    for (const body of sent) {
      const { id } = await client.call(sourceEndpoints.uploadSource, { query: { name: 'a.txt' }, body });
      expect((await readingEnds(parley.owner, id)).text).toMatch(/s are read\./);
    }
    const empty = client.call(sourceEndpoints.uploadSource, { query: { name: 'a.txt' }, body: new Blob([]) });
    await expect(empty).rejects.toBeInstanceOf(ProblemError);
  });

  test('200 MB are refused at once, whether their number is declared or they come in chunks', async () => {
    const before = await must(200, 'GET', '?limit=200');
    const declared = await upload('huge.pdf', Buffer.alloc(200_000_000));
    const chunked = await upload('huge.pdf', endlessly(200, 1_000_000));
    for (const { status, body } of [declared, chunked]) {
      expect([status, body.code]).toEqual([413, 'too_large']);
      expect(body.detail).toMatch(/larger than 2 MB.*PARLEY_SOURCE_MAX_MB/);
    }
    expect(await must(200, 'GET', '?limit=200')).toEqual(before);
  });

  test('a repeated upload with the same key is kept once', async () => {
    const again = () => upload('once.txt', 'Kept once.', { 'idempotency-key': 'upload-1' });
    const [first, second] = [await again(), await again()];
    expect(second.body.id).toBe(first.body.id);
    const other = await upload('once.txt', 'Another length.', { 'idempotency-key': 'upload-1' });
    expect([other.status, other.body.code]).toEqual([409, 'conflict']);
  });

  test('reading again replaces edits, and a failure keeps the text', async () => {
    const source = await uploaded('guide.txt', 'As it was uploaded.');
    await must(200, 'PATCH', `/${source.id}`, { text: 'As it was edited.', revision: 1 });
    expect(await must(202, 'POST', `/${source.id}/reread`)).toMatchObject({ text: 'As it was edited.', revision: 2 });
    expect(await readingEnds(parley.owner, source.id)).toMatchObject({ text: 'As it was uploaded.', revision: 3 });
  });
});

describe('web addresses', () => {
  test('a page is read with the link that fits the hint', async () => {
    const asked = { urls: [`${site.url}/`, `${site.url}/jobs`], hint: 'What are the prices?' };
    const [home, jobs] = (await must(201, 'POST', '/urls', asked)).items;
    expect(home).toMatchObject({
      kind: 'url',
      status: 'waiting',
      name: site.host,
      url: asked.urls[0],
      hint: asked.hint,
    });
    expect(jobs.name).toBe(`${site.host}/jobs`);
    const read = await readingEnds(parley.owner, home.id);
    expect(read).toMatchObject({ status: 'ready', error: null, mediaType: null });
    expect(read.text).toContain('We mend bicycles.');
    expect(read.text).toContain('A new chain costs forty euros.');
    expect(read.text).not.toContain('mechanic');
    expect((await readingEnds(parley.owner, jobs.id)).text).toContain('We look for a mechanic.');
  });

  test('an address that is named twice makes one source', async () => {
    const urls = ['/jobs#top', '/prices', '/jobs', '/jobs#', '/jobs#vacancies'].map((path) => site.url + path);
    urls.push(`${site.url.toUpperCase()}/jobs`);
    const { items } = await must(201, 'POST', '/urls', { urls });
    expect(items.map(({ url }: Json) => url)).toEqual([`${site.url}/jobs`, `${site.url}/prices`]);
  });

  test.each([
    ['a page that is not there', () => `${site.url}/nowhere`, /no page at/],
    ['an address inside the network', () => 'http://127.0.0.1:9/', /127\.0\.0\.1/],
  ])('%s fails with a reason', async (_what, address, reason) => {
    const { items } = await must(201, 'POST', '/urls', { urls: [address()] });
    const source = await readingEnds(parley.owner, items[0].id);
    expect(source).toMatchObject({ status: 'failed', text: null });
    expect(source.error).toMatch(reason);
  });
});

describe("a person's own sources", () => {
  test('they inform unless the owner says more, and are listed by the person', async () => {
    const flow = await parley.owner.publishedFlow(greetingGraph());
    const { key } = await parley.owner.deploy(flow.id);
    await parley.visitor(key).start({ unitKey: 'ann' });
    const [person] = (await parley.owner.must(200, 'GET', '/api/v1/people')).items;
    const own = await note('Ann likes tea.', { personId: person.id });
    expect(own).toMatchObject({ personId: person.id, personAccess: 'internal' });
    const changed = await must(200, 'PATCH', `/${own.id}`, { personAccess: 'mentioned' });
    expect(changed).toMatchObject({ personAccess: 'mentioned', revision: 1 });
    expect((await must(200, 'GET', `?person=${person.id}`)).items.map(({ id }: Json) => id)).toEqual([own.id]);
  });
});

describe('texts', () => {
  test('a note is usable at once', async () => {
    const made = await note('# Summer\n\nWe open at nine.\n\n# Winter\n\nWe open at ten.');
    expect(made).toMatchObject({ kind: 'note', status: 'ready', revision: 1, passages: 2, mediaType: null, url: null });
    expect(await must(200, 'GET', `/${made.id}`)).toEqual(made);
    const first = await must(200, 'GET', `/${made.id}/passages?limit=1`);
    expect(first.items).toEqual([{ number: 1, headings: ['Summer'], page: null, text: 'We open at nine.' }]);
    const second = await must(200, 'GET', `/${made.id}/passages?limit=1&cursor=${first.nextCursor}`);
    expect(second).toMatchObject({ items: [{ number: 2, headings: ['Winter'] }], nextCursor: null });
  });

  test('of two edits of the same text the second is refused, and told what stands', async () => {
    const { id } = await note('We open at nine.');
    const edited = await must(200, 'PATCH', `/${id}`, { text: 'We open at ten.', revision: 1 });
    expect(edited).toMatchObject({ revision: 2, text: 'We open at ten.' });
    const late = await parley.owner.call('PATCH', `/api/v1/sources/${id}`, { text: 'We open at eight.', revision: 1 });
    expect([late.status, late.body.code, late.body.current.revision]).toEqual([409, 'draft_changed', 2]);
    expect((await must(200, 'GET', `/${id}`)).text).toBe('We open at ten.');
  });

  test('what is edited is found at once, by its new words and its new name', async () => {
    const { id } = await note('We open at nine.');
    const search = async (question: string) => {
      const { ctx } = parley.parley;
      const { revision } = await must(200, 'GET', `/${id}`);
      const sources = [{ sourceId: id, revision }];
      return ctx.passageIndex.search({ workspaceId: parley.actor.workspaceId, sources, question, limit: 3 });
    };
    expect(await search('Where do I park my bicycle?')).toEqual([]);
    await must(200, 'PATCH', `/${id}`, { text: 'Park your bicycle in the yard.', revision: 1 });
    expect(await search('Where do I park my bicycle?')).toMatchObject([{ sourceId: id, revision: 2, number: 1 }]);
    await must(200, 'PATCH', `/${id}`, { name: 'Visiting the observatory' });
    expect(await search('observatory')).toMatchObject([{ sourceId: id, revision: 3 }]);
  });

  test('sources are listed newest first, by name and by status', async () => {
    const made = [await note('One.', { name: 'Zebra crossing' }), await note('Two.', { name: 'Zebra stripes' })];
    const listed = async (query: string) =>
      (await must(200, 'GET', `?limit=200${query}`)).items.map(({ name }: Json) => name);
    expect(await listed('&q=zeb')).toEqual(['Zebra stripes', 'Zebra crossing']);
    expect(await listed('&q=zebra+cross&status=ready')).toEqual(['Zebra crossing']);
    expect(await listed('&q=zebra&status=failed')).toEqual([]);
    expect((await must(200, 'GET', '?limit=1')).items[0]).not.toHaveProperty('text');
    expect(made[0]).not.toHaveProperty('fileId');
  });

  test('a deleted source is gone with its passages, and its deletion is in the audit log', async () => {
    const { id } = await uploaded('gone.txt', 'Soon gone.');
    await must(204, 'DELETE', `/${id}`);
    for (const path of [`/${id}`, `/${id}/passages`]) expect((await refusal(path, 'GET'))[1]).toBe('not_found');
    expect((await refusal(`/${id}`, 'DELETE'))[1]).toBe('not_found');
    const { items } = await parley.owner.must(200, 'GET', '/api/v1/audit?limit=1');
    expect(items[0]).toMatchObject({ action: 'source.deleted', subjectId: id });
  });
});

describe('limits and keys', () => {
  test('a workspace keeps no more sources than its limit', async () => {
    const full = await startParley({ sourceLimits: { sources: 2 } });
    try {
      const add = (name: string) => full.owner.call('POST', '/api/v1/sources/notes', { name, text: 'A note.' });
      const statuses = (await Promise.all(['a', 'b', 'c', 'd'].map(add))).map(({ status }) => status);
      expect(statuses.sort()).toEqual([201, 201, 422, 422]);
      const third = await uploadSource(full, 'c.txt', 'A file.');
      const pages = await full.owner.call('POST', '/api/v1/sources/urls', { urls: ['https://example.com/'] });
      for (const { status, body } of [third, pages]) {
        expect([status, body.code]).toEqual([422, 'source_limit']);
        expect(body.detail).toMatch(/at most 2 .*PARLEY_SOURCES_MAX/);
      }
    } finally {
      await full.stop();
    }
  });

  test('a key without the scope may neither read nor write', async () => {
    const scoped = async (scopes: Parameters<typeof createApiKey>[2]['scopes']) =>
      ownerOf(parley.url, (await createApiKey(parley.parley.ctx, parley.actor, { name: 'k', scopes })).key);
    const none = await scoped(['flows:write']);
    const reader = await scoped(['twins:read']);
    const body = { name: 'a', text: 'b' };
    expect((await none.call('GET', '/api/v1/sources')).body.code).toBe('scope_missing');
    expect((await reader.call('GET', '/api/v1/sources')).status).toBe(200);
    expect((await reader.call('POST', '/api/v1/sources/notes', body)).body.code).toBe('scope_missing');
    const { key } = await createApiKey(parley.parley.ctx, parley.actor, { name: 'k', scopes: ['twins:read'] });
    expect((await uploadSource({ url: parley.url, key }, 'a.txt', 'a')).body.code).toBe('scope_missing');
  });

  test.each([
    ['a note of nothing', 'POST', '/notes', { name: 'A', text: '' }, 400, 'text: has no words'],
    ['a note of blanks', 'POST', '/notes', { name: 'A', text: ' \n\t\u00a0' }, 400, 'text: has no words'],
    ['a note of marks', 'POST', '/notes', { name: 'A', text: '# --- !' }, 400, 'text: has no words'],
    ['a note that is too long', 'POST', '/notes', { name: 'A', text: 'a'.repeat(100_001) }, 413, '100000'],
    ['a note of nobody', 'POST', '/notes', { name: 'A', text: 'B', personId: 'per_x' }, 400, 'personId'],
    [
      'access without a person',
      'POST',
      '/notes',
      { name: 'A', text: 'B', personAccess: 'internal' },
      400,
      'personAccess',
    ],
    ['eleven addresses', 'POST', '/urls', { urls: Array(11).fill('https://example.com/') }, 400, 'urls'],
    ['an address that is none', 'POST', '/urls', { urls: ['https://'] }, 400, 'urls.0'],
    ['a file address', 'POST', '/urls', { urls: ['file:///etc/passwd'] }, 400, 'urls.0'],
    ['JSON where a file is due', 'POST', '/files?name=a', {}, 415, 'application/octet-stream'],
    ['an unknown status', 'GET', '?status=lost', undefined, 400, 'status'],
    ['an unknown source', 'GET', '/src_x', undefined, 404, 'no such source'],
    ['passages of an unknown source', 'GET', '/src_x/passages', undefined, 404, 'no such source'],
    ['rereading an unknown source', 'POST', '/src_x/reread', undefined, 404, 'no such source'],
  ])('%s is refused', async (_what, method, path, body, status, says) => {
    const before = await must(200, 'GET', '?limit=200');
    const [answered, , detail] = await refusal(path, method, body);
    expect([answered, detail]).toEqual([status, expect.stringContaining(says)]);
    expect(await must(200, 'GET', '?limit=200')).toEqual(before);
  });

  test('edits that do not fit are refused', async () => {
    const { id } = await note('We open at nine.');
    const change = async (body: object) => (await refusal(`/${id}`, 'PATCH', body)).slice(0, 2);
    expect(await change({ text: 'Without a revision.' })).toEqual([400, 'invalid_request']);
    expect(await change({ revision: 1 })).toEqual([400, 'invalid_request']);
    expect(await change({ text: ' \n ', revision: 1 })).toEqual([400, 'invalid_request']);
    expect(await change({ hint: 'prices' })).toEqual([400, 'invalid_request']);
    expect(await change({ personAccess: 'internal' })).toEqual([400, 'invalid_request']);
    expect(await change({ text: 'a'.repeat(100_001), revision: 1 })).toEqual([413, 'too_large']);
    expect((await refusal(`/${id}/reread`, 'POST')).slice(0, 2)).toEqual([422, 'not_available']);
    expect(await must(200, 'GET', `/${id}`)).toMatchObject({ revision: 1, name: 'Opening hours' });
  });
});
