import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { UpstreamError } from '../../errors.ts';
import type { OutgoingRequest } from '../../ports/http-caller.ts';
import type { Resolve } from './guarded-connector.ts';
import { type UndiciHttpCaller, undiciHttpCaller } from './undici-http-caller.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server on loopback that notes what it receives. */
async function serve(answer: RequestListener) {
  const received: Received[] = [];
  const server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, port, received };
}

function callerWith(options: { allow?: string[]; resolve?: Resolve }): UndiciHttpCaller {
  const caller = undiciHttpCaller({ allow: [], ...options });
  closers.push(() => caller.close());
  return caller;
}

function get(url: string, more: Partial<OutgoingRequest> = {}): OutgoingRequest {
  return { method: 'GET', url, headers: {}, timeoutMs: 5000, idempotencyKey: 'eff_1', ...more };
}

async function failureOf(call: Promise<unknown>): Promise<UpstreamError> {
  const failure = await call.then(
    () => null,
    (error) => error,
  );
  expect(failure).toBeInstanceOf(UpstreamError);
  expect(failure.provider).toBe('http');
  return failure;
}

const loopback: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];

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
    for (const close of closers.splice(0)) await close();
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

describe('redirects', () => {
  test('headers stay within the origin', async () => {
    const server = await serve((request, response) =>
      request.url === '/' ? response.writeHead(302, { location: '/next' }).end() : response.end(),
    );
    await callerWith({ allow: [server.host] }).call(get(server.url, { headers: { 'X-Api-Key': 'k' } }));
    expect(server.received.map(({ path, headers }) => [path, headers['x-api-key']])).toEqual([
      ['/', 'k'],
      ['/next', 'k'],
    ]);
  });

  test('another origin sees no header that may hold a secret', async () => {
    const other = await serve((_, response) => response.end());
    const server = await serve((_, response) => response.writeHead(307, { location: other.url }).end());
    const headers = { Authorization: 'Bearer s', Cookie: 's', 'X-Api-Key': 's', Accept: 'text/plain' };
    await callerWith({ allow: [server.host, other.host] }).call(get(server.url, { method: 'POST', body: {}, headers }));
    const [seen] = other.received;
    expect(seen).toMatchObject({ method: 'POST', body: '{}' });
    expect(seen?.headers).toMatchObject({ accept: 'text/plain', 'idempotency-key': 'eff_1' });
    expect(Object.values(seen?.headers ?? {}).join()).not.toMatch(/Bearer s|(^|,)s(,|$)/);
  });

  test.each([
    ['POST', 301, 'GET', ''],
    ['POST', 302, 'GET', ''],
    ['PUT', 302, 'PUT', '{}'],
    ['PUT', 303, 'GET', ''],
    ['POST', 307, 'POST', '{}'],
    ['DELETE', 308, 'DELETE', '{}'],
  ] as const)('%s after %i becomes %s', async (method, status, expected, body) => {
    const server = await serve((request, response) =>
      request.url === '/' ? response.writeHead(status, { location: '/next' }).end() : response.end(),
    );
    await callerWith({ allow: [server.host] }).call(get(server.url, { method, body: {} }));
    expect(server.received[1]).toMatchObject({ method: expected, body });
  });

  test('five are followed, a sixth is not', async () => {
    const server = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end('there');
      else response.writeHead(302, { location: `/${left - 1}` }).end();
    });
    const caller = callerWith({ allow: [server.host] });
    expect(await caller.call(get(`${server.url}/5`))).toEqual({ status: 200, body: 'there' });
    const failure = await failureOf(caller.call(get(`${server.url}/6`)));
    expect(failure).toMatchObject({ retryable: false });
    expect(failure.message).toContain('redirected more than 5 times');
  });

  test('a redirect without a place to go is the answer', async () => {
    const server = await serve((_, response) => response.writeHead(302).end('lost'));
    expect(await callerWith({ allow: [server.host] }).call(get(server.url))).toEqual({ status: 302, body: 'lost' });
  });

  test.each([
    'http://[::1]/',
    'http://10.0.0.1/',
    'http://user:pass@example.com/',
    'file:///etc/passwd',
    'gopher://x',
    '//0x7f.1/',
  ])('a redirect to %s is refused', async (location) => {
    const server = await serve((_, response) => response.writeHead(302, { location }).end());
    const failure = await failureOf(callerWith({ allow: [server.host] }).call(get(server.url)));
    expect(failure.retryable).toBe(false);
  });
});

describe('the guard', () => {
  test.each([
    'http://127.0.0.1',
    'http://127.1',
    'http://2130706433',
    'http://0x7f000001',
    'http://0x7f.0.0.1',
    'http://017700000001',
    'http://0177.0.0.01',
    'http://127.0.0.1.',
    'http://①②⑦.⓪.⓪.①',
    'http://127。0。0。1',
    'http://%31%32%37.0.0.1',
    'http:127.0.0.1',
    'http:\\\\127.0.0.1\\',
    'http://0',
    'http://0.0.0.0',
    'http://[::]',
    'http://[::1]',
    'http://[0:0:0:0:0:0:0:1]',
    'http://[::127.0.0.1]',
    'http://[::ffff:127.0.0.1]',
    'http://[::ffff:7f00:1]',
    'http://[0:0:0:0:0:ffff:7f00:0001]',
    'http://[::ffff:0:127.0.0.1]',
    'http://[64:ff9b::127.0.0.1]',
    'http://[64:ff9b:1::127.0.0.1]',
    'http://[2002:7f00:1::]',
    'http://[2001:0:7f00:1::]',
    'http://[fe80::1]',
    'http://[fc00::1]',
    'http://[fd00:ec2::254]',
    'http://[ff02::1]',
    'http://169.254.169.254/latest/meta-data/',
    'http://2852039166',
    'http://0xA9FEA9FE',
    'http://100.100.100.200',
    'http://168.63.129.16',
    'http://192.168.0.1',
    'http://172.16.0.1',
    'http://10.0.0.1',
    'http://224.0.0.1',
    'http://255.255.255.255',
    'http://localhost',
    'http://LOCALHOST',
    'http://localhost.',
    'https://localhost',
    'ftp://example.com',
    'file:///etc/passwd',
    'data:text/plain,hello',
    'javascript:alert(1)',
    'http://user@example.com',
    'http://:secret@example.com',
    'http://[fe80::1%25eth0]',
    '//example.com',
    '/etc/passwd',
    '',
  ])('refuses %j', async (url) => {
    const failure = await failureOf(callerWith({ resolve: loopback }).call(get(url)));
    expect(failure.retryable).toBe(false);
    expect(failure.message).toMatch(/address/);
  });

  test.each([
    ['a private address', ['10.1.2.3']],
    ['a private address beside a public one', ['93.184.216.34', '10.1.2.3']],
    ['an IPv4-mapped address', ['::ffff:10.1.2.3']],
    ['the metadata address', ['169.254.169.254']],
  ])('refuses a name that leads to %s', async (_, addresses) => {
    const resolve: Resolve = async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    const failure = await failureOf(callerWith({ resolve }).call(get('http://innocent.test')));
    expect(failure.message).toContain('innocent.test leads to');
    expect(failure.retryable).toBe(false);
  });

  test('a name is resolved once for a connection: what was checked is what is connected to', async () => {
    const server = await serve((_, response) => response.end());
    let asked = 0;
    const resolve: Resolve = async () => {
      asked += 1;
      return [{ address: '127.0.0.1', family: 4 }];
    };
    await callerWith({ allow: ['inside.test'], resolve }).call(get(`http://inside.test:${server.port}`));
    expect(asked).toBe(1);
    expect(server.received).toHaveLength(1);
  });

  test('a redirect to a name is checked as the first address is', async () => {
    const server = await serve((_, response) =>
      response.writeHead(302, { location: `http://rebind.test:${server.port}` }).end(),
    );
    const caller = callerWith({ allow: ['inside.test'], resolve: loopback });
    const failure = await failureOf(caller.call(get(`http://inside.test:${server.port}`)));
    expect(failure.message).toBe(
      'rebind.test leads to 127.0.0.1, which is a loopback address; only public addresses can be called.',
    );
    expect(server.received).toHaveLength(1);
  });

  test.each(['inside.test', 'INSIDE.test', 'inside.test.', '127.0.0.1'])(
    'lets %s through on any port',
    async (host) => {
      const server = await serve((_, response) => response.end('ok'));
      const caller = callerWith({ allow: [host], resolve: loopback });
      const url = `http://${host === '127.0.0.1' ? host : 'inside.test'}:${server.port}`;
      expect(await caller.call(get(url))).toEqual({ status: 200, body: 'ok' });
    },
  );

  test('an allowed host and port leaves other ports guarded', async () => {
    const failure = await failureOf(callerWith({ allow: ['127.0.0.1:9'] }).call(get('http://127.0.0.1:10')));
    expect(failure.message).toContain('loopback');
  });

  test.each(['[::1]:81', '[::1]'])('an allowed %s is understood', async (allowed) => {
    const failure = await failureOf(callerWith({ allow: [allowed] }).call(get('http://[::1]:81')));
    expect(failure.message).not.toContain('only public');
  });
});
