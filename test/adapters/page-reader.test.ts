import { createServer, type RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { splitPassages } from '../../core/twin/split-passages.ts';
import { fileReader } from '../../server/adapters/source-reader/file-reader.ts';
import { pageReader } from '../../server/adapters/source-reader/page-reader.ts';
import { makePdf, printedLines } from '../../server/adapters/source-reader/testing/make-files.ts';
import { undiciPageFetcher } from '../../server/adapters/undici-http-caller/undici-page-fetcher.ts';
import { freePort } from '../harness/free-port.ts';
import { listen } from '../harness/listen.ts';

const limits = { bytes: 3_000_000, pages: 20, textCharacters: 50_000, timeMs: 30_000, memoryMb: 256 };
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

type Answer = string | Uint8Array | { status: number; headers?: Record<string, string>; body?: string | Uint8Array };

/** A site on loopback, and a reader that may call it. Pages are HTML where nothing else is said. */
async function site(pages: Readonly<Record<string, Answer>>, isAllowed = true) {
  const asked: string[] = [];
  const answer: RequestListener = (request, response) => {
    asked.push(request.url ?? '');
    const page = pages[request.url ?? ''] ?? { status: 404 };
    const { status, headers, body } =
      typeof page === 'string' || page instanceof Uint8Array ? { status: 200, headers: {}, body: page } : page;
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body ?? '');
  };
  const server = createServer(answer);
  const host = `127.0.0.1:${await listen(server)}`;
  const fetcher = undiciPageFetcher({ allow: isAllowed ? [host] : [] });
  closers.push(
    () => fetcher.close(),
    () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  );
  const reader = pageReader({ fetcher, files: fileReader(limits), limits });
  const read = (path: string, { hint = '', linkedPagesAtMost = 0 } = {}) =>
    reader.read({ url: `http://${host}${path}`, hint, linkedPagesAtMost });
  return { url: `http://${host}`, host, asked, read };
}

function html(title: string, body: string): string {
  return `<html><head><title>${title}</title></head><body><nav><a href="/">Home</a></nav><main><h1>${title}</h1><p>${body}</p></main><script>x</script></body></html>`;
}

describe('one page', () => {
  test('it is read under its title, with its address and links that work', async () => {
    const { read, url } = await site({
      '/tea': html('Tea', 'Green <b>tea</b> is <a href="shop?x=1#y">sold</a> here.'),
    });
    const outcome = await read('/tea#top');
    expect(outcome).toEqual({
      kind: 'read',
      fileKind: 'page',
      title: 'Tea',
      text: expect.stringContaining(`# Tea\n\n<${url}/tea>`),
      pages: [`${url}/tea`],
    });
    expect(outcome).toMatchObject({
      text: expect.stringContaining(`Green **tea** is [sold](${url}/shop?x=1#y) here.`),
    });
    expect(JSON.stringify(outcome)).not.toContain('Home');
  });

  test.each([
    ['Latin-1 by its header', 'text/html; charset=iso-8859-1', Buffer.from(html('Käse', 'Süß'), 'latin1')],
    [
      'Latin-1 by its own word',
      'text/html',
      Buffer.from(`<meta charset="iso-8859-1">${html('Käse', 'Süß')}`, 'latin1'),
    ],
    ['UTF-8 unsaid', 'text/html', Buffer.from(html('Käse', 'Süß'))],
  ])('%s is understood', async (_, contentType, body) => {
    const { read } = await site({ '/': { status: 200, headers: { 'content-type': contentType }, body } });
    expect(await read('/')).toMatchObject({ title: 'Käse', text: expect.stringContaining('Süß') });
  });

  test('a compressed page and one behind a redirect are read', async () => {
    const { read, url } = await site({
      '/old': { status: 301, headers: { location: '/new' } },
      '/new': { status: 200, headers: { 'content-encoding': 'gzip' }, body: gzipSync(html('New', 'Here.')) },
    });
    expect(await read('/old')).toMatchObject({ title: 'New', pages: [`${url}/new`] });
  });

  test('a PDF, Markdown or text is read as a file', async () => {
    const { read } = await site({
      '/a.pdf': {
        status: 200,
        headers: { 'content-type': 'application/pdf' },
        body: makePdf([printedLines('Hello.')]),
      },
      '/a.md': { status: 200, headers: { 'content-type': 'text/markdown' }, body: '# Guide\n\nHello.' },
    });
    expect(await read('/a.pdf')).toMatchObject({ fileKind: 'pdf', text: '<!-- page 1 -->\n\nHello.' });
    expect(await read('/a.md')).toMatchObject({ fileKind: 'markdown', title: 'Guide' });
  });
});

describe('what cannot be read says why', () => {
  test.each<[string, Answer]>([
    ['There is no page at', { status: 404 }],
    ['may not be read without signing in (403)', { status: 403 }],
    ['answered 418 instead of a page', { status: 418 }],
    ['cannot be called: redirect count exceeded', { status: 302, headers: { location: '/' } }],
    ['The page holds no text', '<html><body></body></html>'],
    ['of the kind image/png', { status: 200, headers: { 'content-type': 'image/png' } }],
    ['more than 2 MB of HTML', html('Long', 'x'.repeat(2_100_000))],
    ['answered with more than 3000 kB', html('Long', 'x'.repeat(3_100_000))],
    [
      'answered with more than 3000 kB',
      { status: 200, headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(5_000_000)) },
    ],
    ['only public addresses can be called', { status: 302, headers: { location: 'http://169.254.169.254/latest' } }],
  ])('%s', async (reason, answer) => {
    const { read } = await site({ '/': answer });
    expect(await read('/')).toEqual({ kind: 'refused', reason: expect.stringContaining(reason) });
  });

  test.each<[string, Answer]>([
    ['answered 500 instead of a page', { status: 500 }],
    ['answered 503 instead of a page', { status: 503 }],
    ['is asked for too much at the moment (429)', { status: 429 }],
  ])('that it %s may pass', async (reason, answer) => {
    const { read } = await site({ '/': answer });
    await expect(read('/')).rejects.toMatchObject({ message: expect.stringContaining(reason), retryable: true });
  });

  test.each([429, 503])('that a site which answers %i asks to wait, and how long', async (status) => {
    const { read } = await site({ '/': { status, headers: { 'retry-after': '90' } }, '/now': { status } });
    await expect(read('/')).rejects.toMatchObject({ retryable: true, retryAfterMs: 90_000 });
    await expect(read('/now')).rejects.toMatchObject({ retryable: true, retryAfterMs: undefined });
  });

  test.each([
    ['EAI_AGAIN', 'could not be looked up', true],
    ['ENOTFOUND', 'is not a known host name', false],
  ])('a name whose look-up fails with %s', async (code, reason, mayPass) => {
    const resolve = () => Promise.reject(Object.assign(new Error(code), { code }));
    const fetcher = undiciPageFetcher({ allow: [], resolve });
    closers.push(() => fetcher.close());
    const reading = pageReader({ fetcher, files: fileReader(limits), limits }).read({
      url: 'http://example.com/',
      hint: '',
      linkedPagesAtMost: 0,
    });
    if (mayPass) {
      await expect(reading).rejects.toMatchObject({ message: expect.stringContaining(reason), retryable: true });
    } else {
      expect(await reading).toEqual({ kind: 'refused', reason: expect.stringContaining(reason) });
    }
  });

  test('a site that refuses connections, cuts them or does not answer may do so for a while only', async () => {
    const servers = [createServer((_, response) => response.destroy()), createServer(() => undefined)];
    const hosts = [`127.0.0.1:${await freePort()}`];
    for (const server of servers) {
      hosts.push(`127.0.0.1:${await listen(server)}`);
      closers.push(() => {
        server.closeAllConnections();
        return new Promise((resolve) => server.close(resolve));
      });
    }
    const fetcher = undiciPageFetcher({ allow: hosts });
    closers.push(() => fetcher.close());
    const reader = pageReader({ fetcher, files: fileReader(limits), limits: { ...limits, timeMs: 300 } });
    for (const host of hosts) {
      const reading = reader.read({ url: `http://${host}/`, hint: '', linkedPagesAtMost: 0 });
      await expect(reading).rejects.toMatchObject({ message: expect.stringContaining(host), retryable: true });
    }
  });

  test('a port that no browser calls is refused', async () => {
    const fetcher = undiciPageFetcher({ allow: ['127.0.0.1:9'] });
    closers.push(() => fetcher.close());
    const reader = pageReader({ fetcher, files: fileReader(limits), limits });
    expect(await reader.read({ url: 'http://127.0.0.1:9/', hint: '', linkedPagesAtMost: 0 })).toEqual({
      kind: 'refused',
      reason: '127.0.0.1:9 cannot be called: bad port.',
    });
  });

  test('an address inside the house is refused, and not even asked', async () => {
    const { read, asked } = await site({ '/': html('Secret', 'x') }, false);
    expect(await read('/')).toMatchObject({ kind: 'refused', reason: expect.stringContaining('loopback') });
    expect(asked).toEqual([]);
  });

  test.each(['', 'example.com', 'file:///etc/passwd', 'data:text/html,x', 'http://user:pass@example.com/'])(
    '%j is refused',
    async (url) => {
      const fetcher = undiciPageFetcher({ allow: [] });
      closers.push(() => fetcher.close());
      const reader = pageReader({ fetcher, files: fileReader(limits), limits });
      expect(await reader.read({ url, hint: '', linkedPagesAtMost: 0 })).toMatchObject({ kind: 'refused' });
    },
  );

  test('a page that robots.txt closes is left alone', async () => {
    const { read, asked } = await site({
      '/robots.txt': 'User-agent: *\nDisallow: /private',
      '/private/a': html('A', 'x'),
    });
    expect(await read('/private/a')).toMatchObject({ kind: 'refused', reason: expect.stringContaining('robots.txt') });
    expect(asked).toEqual(['/robots.txt']);
  });
});

describe('linked pages', () => {
  const links =
    '<a href="/about">About</a> <a href="/pricing/">Our prices</a> <a href="/plans#x">Plans</a> <a href="/plans?utm_source=x">Plans</a> <a href="https://other.test/prices">Prices elsewhere</a> <a href="/prices.png">Prices</a>';
  const pages = {
    '/': html('Home', `Welcome. ${links}`),
    '/about': html('About', 'Us.'),
    '/pricing': html('Pricing', 'Four euros.'),
    '/plans': html('Plans', 'Three plans.'),
  };

  test('those the hint speaks of follow, the most relevant first, each under its own title', async () => {
    const { read, url, asked } = await site(pages);
    const outcome = await read('/', { hint: 'prices and plans', linkedPagesAtMost: 5 });
    expect(outcome).toMatchObject({ title: 'Home', pages: [`${url}/`, `${url}/pricing`, `${url}/plans`] });
    expect(asked).toEqual(['/robots.txt', '/', '/pricing', '/plans']);
    const passages = outcome.kind === 'read' ? splitPassages(outcome.text) : [];
    expect(passages.map(({ headings }) => headings)).toEqual([['Home'], ['Pricing'], ['Plans']]);
  });

  test('no more than asked for, and none without a hint', async () => {
    const { read, url } = await site(pages);
    expect(await read('/', { hint: 'prices and plans', linkedPagesAtMost: 1 })).toMatchObject({
      pages: [`${url}/`, `${url}/pricing`],
    });
    expect(await read('/', { linkedPagesAtMost: 5 })).toMatchObject({ pages: [`${url}/`] });
  });

  test('what is missing, closed, elsewhere or read already is left out', async () => {
    const { read, url } = await site({
      '/robots.txt': 'User-agent: Parley\nDisallow: /price-secret',
      '/': html(
        'Home',
        `${[1, 2, 3, 4, 5].map((n) => `<a href="/price-${n}">Price</a>`).join(' ')}<a href="/price-secret">Price</a>`,
      ),
      '/price-1': { status: 500 },
      '/price-2': { status: 302, headers: { location: '/' } },
      '/price-3': html('Price', 'Four euros.'),
      '/price-4': html('Price', 'Four euros.'),
      '/price-secret': html('Secret', 'Five euros.'),
    });
    expect(await read('/', { hint: 'price', linkedPagesAtMost: 5 })).toMatchObject({
      pages: [`${url}/`, `${url}/price-3`],
    });
  });
});
