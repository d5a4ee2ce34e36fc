import { expect, test } from 'vitest';
import { callerWith, failureOf, get, serve } from './testing/local-calls.ts';

test('a redirect within the origin keeps the headers', async () => {
  const server = await serve((request, response) =>
    request.url === '/' ? response.writeHead(302, { location: '/next' }).end() : response.end(),
  );
  await callerWith({ allow: [server.host] }).call(get(server.url, { headers: { 'X-Api-Key': 'k' } }));
  expect(server.received.map(({ path, headers }) => [path, headers['x-api-key']])).toEqual([
    ['/', 'k'],
    ['/next', 'k'],
  ]);
});

test('a redirect to another origin carries no header that may hold a secret', async () => {
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

test('five redirects are followed, a sixth is not', async () => {
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
