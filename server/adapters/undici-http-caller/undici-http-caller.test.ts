import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Resolve } from './guarded-connector.ts';
import { callerWith, failureOf, get, serve } from './testing/local-calls.ts';

describe('what is sent', () => {
  test('the body travels as JSON with an idempotency key and our name', async () => {
    const server = await serve((_, response) => response.end());
    const caller = callerWith({ allow: [server.host] });
    await caller.call(
      get(`${server.url}/a?b=c#d`, { method: 'POST', body: { plan: 'VIP' }, headers: { 'X-Key': 'k' } }),
    );
    const [request] = server.received;
    expect(request).toMatchObject({ method: 'POST', path: '/a?b=c', body: '{"plan":"VIP"}' });
    expect(request?.headers).toMatchObject({
      'content-type': 'application/json',
      'idempotency-key': 'eff_1',
      'user-agent': 'Parley',
      'x-key': 'k',
    });
  });

  test('a text with a content type of its own travels as it is', async () => {
    const server = await serve((_, response) => response.end());
    const caller = callerWith({ allow: [server.host] });
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    await caller.call(get(server.url, { method: 'POST', body: 'a=1&b=2', headers }));
    expect(server.received[0]?.body).toBe('a=1&b=2');
  });

  test.each(['Host', 'content-length', 'Connection', 'Transfer-Encoding', 'Upgrade', 'TE', 'Proxy-Authorization'])(
    'the header %s is refused',
    async (name) => {
      const failure = await failureOf(callerWith({}).call(get('https://example.com', { headers: { [name]: 'x' } })));
      expect(failure.message).toContain(name);
      expect(failure.retryable).toBe(false);
    },
  );

  test.each(['a\r\nX-Evil: 1', 'a\0b', 'snow ☃'])('the header value %j is refused', async (value) => {
    const failure = await failureOf(callerWith({}).call(get('https://example.com', { headers: { 'X-A': value } })));
    expect(failure.message).toContain('X-A');
  });
});

describe('what comes back', () => {
  const jsonHeaders = { 'content-type': 'application/json; charset=utf-8' };

  test.each<[string, Record<string, string>, string | Buffer, unknown]>([
    ['JSON is parsed', jsonHeaders, '{"a":[1,null]}', { a: [1, null] }],
    ['JSON of a vendor type is parsed', { 'content-type': 'application/vnd.api+json' }, '{"a":1}', { a: 1 }],
    ['JSON that is none stays text', jsonHeaders, '{"a":', '{"a":'],
    ['text stays text', { 'content-type': 'text/plain' }, '{"a":1}', '{"a":1}'],
    ['text is read in its charset', { 'content-type': 'text/plain; charset=latin1' }, Buffer.from([0xe9]), 'é'],
    ['an unknown charset is read as UTF-8', { 'content-type': 'text/plain; charset=x' }, 'é', 'é'],
    ['nothing is null', jsonHeaders, '', null],
    ['gzip is unpacked', { ...jsonHeaders, 'content-encoding': 'gzip' }, gzipSync('[1]'), [1]],
    ['deflate is unpacked', { ...jsonHeaders, 'content-encoding': 'deflate' }, deflateSync('[1]'), [1]],
    ['brotli is unpacked', { ...jsonHeaders, 'content-encoding': 'br' }, brotliCompressSync('[1]'), [1]],
    [
      'what a database cannot store is mended',
      jsonHeaders,
      '{"a\\u0000":"\\ud800b\\u0000","n":1e999}',
      { a: '�b', n: null },
    ],
    ['exactly 64 kB is read', { 'content-type': 'text/plain' }, 'x'.repeat(65_536), 'x'.repeat(65_536)],
  ])('%s', async (_, headers, body, expected) => {
    const server = await serve((_, response) => response.writeHead(200, headers).end(body));
    const answer = await callerWith({ allow: [server.host] }).call(get(server.url));
    expect(answer).toEqual({ status: 200, body: expected });
  });

  test('an error status is an answer, not a failure', async () => {
    const server = await serve((_, response) => response.writeHead(503, jsonHeaders).end('{"error":"busy"}'));
    const answer = await callerWith({ allow: [server.host] }).call(get(server.url));
    expect(answer).toEqual({ status: 503, body: { error: 'busy' } });
  });

  test.each<[string, Record<string, string>, string | Buffer, string]>([
    ['over 64 kB', {}, 'x'.repeat(65_537), 'more than 64 kB'],
    ['over 64 kB once unpacked', { 'content-encoding': 'gzip' }, gzipSync('x'.repeat(65_537)), 'more than 64 kB'],
    [
      'a compression bomb',
      { 'content-encoding': 'br' },
      brotliCompressSync(Buffer.alloc(50_000_000)),
      'more than 64 kB',
    ],
    ['damaged compression', { 'content-encoding': 'gzip' }, 'not gzip', 'damaged'],
    ['cut compression', { 'content-encoding': 'gzip' }, gzipSync('x'.repeat(999)).subarray(0, 15), 'damaged'],
    ['compression not asked for', { 'content-encoding': 'zstd' }, 'x', 'zstd'],
    ['nesting without end', jsonHeaders, `${'['.repeat(30_000)}${']'.repeat(30_000)}`, 'levels deep'],
  ])('%s is refused for good', async (_, headers, body, reason) => {
    const server = await serve((_, response) => response.writeHead(200, headers).end(body));
    const failure = await failureOf(callerWith({ allow: [server.host] }).call(get(server.url)));
    expect(failure.message).toContain(reason);
    expect(failure.retryable).toBe(false);
  });

  test('an endless body is given up', async () => {
    const server = await serve((_, response) => {
      const timer = setInterval(() => response.write('x'.repeat(10_000)), 1);
      response.on('close', () => clearInterval(timer));
    });
    const failure = await failureOf(callerWith({ allow: [server.host] }).call(get(server.url)));
    expect(failure.message).toContain('more than 64 kB');
  });
});

describe('failures', () => {
  test('a silent server fails after the timeout and may be tried again', async () => {
    const server = await serve(() => {});
    const failure = await failureOf(callerWith({ allow: [server.host] }).call(get(server.url, { timeoutMs: 100 })));
    expect(failure).toMatchObject({ message: `${server.host} did not answer within 100 ms.`, retryable: true });
  });

  test('a body that never ends fails after the timeout', async () => {
    const server = await serve((_, response) => response.write('x'));
    const failure = await failureOf(callerWith({ allow: [server.host] }).call(get(server.url, { timeoutMs: 100 })));
    expect(failure.retryable).toBe(true);
  });

  test('a look-up that never ends fails after the timeout', async () => {
    const caller = callerWith({ resolve: () => new Promise(() => {}) });
    const failure = await failureOf(caller.call(get('http://slow.test', { timeoutMs: 100 })));
    expect(failure.retryable).toBe(true);
  });

  test('a refused connection may be tried again', async () => {
    const server = await serve(() => {});
    await server.close();
    const failure = await failureOf(callerWith({ allow: [server.host] }).call(get(server.url)));
    expect(failure).toMatchObject({ message: `${server.host} refused the connection.`, retryable: true });
  });

  test('a dropped connection may be tried again', async () => {
    const server = await serve((request) => request.socket.destroy());
    const failure = await failureOf(callerWith({ allow: [server.host] }).call(get(server.url)));
    expect(failure.retryable).toBe(true);
  });

  test('an unknown name is final, and the path is not repeated', async () => {
    const resolve: Resolve = async () => {
      throw Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
    };
    const failure = await failureOf(callerWith({ resolve }).call(get('http://nowhere.test/?key=hidden')));
    expect(failure).toMatchObject({ message: 'nowhere.test is not a known host name.', retryable: false });
  });

  test('https to a plain server names the certificate or the protocol', async () => {
    const server = await serve(() => {});
    const failure = await failureOf(callerWith({ allow: [server.host] }).call(get(`https://${server.host}`)));
    expect(failure.message).toContain(server.host);
  });
});
