import { createServer, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { greetingGraph } from '../harness/flow-graphs.ts';
import { httpClient } from '../harness/http-client.ts';
import { listen } from '../harness/listen.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

let parley: TestParley;
let path: string;
let outside: string;
const seen: Pick<IncomingMessage, 'url' | 'headers'>[] = [];
const elsewhere = createServer(({ url, headers }, response) => {
  seen.push({ url, headers });
  response.writeHead(201, { 'content-type': 'application/json' }).end('{"order":7}');
});

beforeAll(async () => {
  const port = await listen(elsewhere);
  outside = `http://127.0.0.1:${port}`;
  parley = await startParley({ httpAllow: [`127.0.0.1:${port}`] });
  const { id } = await parley.owner.createFlow(greetingGraph());
  path = `/api/v1/flows/${id}/test-requests`;
  await parley.owner.must(204, 'PUT', '/api/v1/secrets/TOKEN', { value: 's e cret' });
});
afterAll(async () => {
  await parley.stop();
  elsewhere.close();
});

const request = (change: object = {}) => ({ method: 'GET', url: outside, headers: {}, timeoutMs: 2000, ...change });

test('the server sends the request with the secrets filled in', async () => {
  const { owner } = parley;
  const answer = await owner.must(
    200,
    'POST',
    path,
    request({ url: `${outside}/orders?key={{secret.TOKEN}}`, headers: { authorization: 'Bearer {{secret.TOKEN}}' } }),
  );
  expect(answer).toEqual({ status: 201, body: { order: 7 } });
  expect(seen.at(-1)?.url).toBe('/orders?key=s%20e%20cret');
  expect(seen.at(-1)?.headers.authorization).toBe('Bearer s e cret');
  const { items } = await owner.must(200, 'GET', '/api/v1/audit?limit=1');
  expect(items[0].action).toBe('flow.requestTested');
});

test.each([
  ['an address inside the network', { url: 'http://10.0.0.1/' }, /./],
  ['a secret that does not exist', { headers: { a: '{{secret.NONE}}' } }, /the secret NONE does not exist/],
])('%s gets no response, and the reason', async (_, change, error) => {
  const calls = seen.length;
  const answer = await parley.owner.must(200, 'POST', path, request(change));
  expect(answer).toEqual({ status: 0, body: null, error: expect.stringMatching(error) });
  expect(seen).toHaveLength(calls);
});

test('it takes a flow of the workspace, and a key that may write flows', async () => {
  const { owner, url } = parley;
  await owner.must(404, 'POST', '/api/v1/flows/flw_none/test-requests', request());
  const { key } = await owner.must(201, 'POST', '/api/v1/api-keys', { name: 'reader', scopes: ['flows:read'] });
  expect((await httpClient(url, key)('POST', path, request())).status).toBe(403);
  expect((await owner.call('POST', path, request({ method: 'TRACE' }))).status).toBe(400);
});
