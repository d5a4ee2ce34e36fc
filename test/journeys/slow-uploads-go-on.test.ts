import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Clock } from '../../server/ports/clock.ts';
import { FakeClock } from '../../server/ports/testing/fake-clock.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { until } from '../harness/until.ts';
import { readingEnds } from '../harness/upload-source.ts';

const time = new FakeClock();
/** What the server was waiting for when, by how long it will: that tells when it has taken what was sent. */
let waits: number[] = [];
const clock: Clock = {
  now: () => time.now(),
  after(delayMs, work) {
    waits.push(delayMs);
    return time.after(delayMs, work);
  },
};
const idleMs = 30_000;
const usualMs = 120_000;
let parley: TestParley;

beforeAll(async () => {
  parley = await startParley({ clock, sourceLimits: { uploadMinutes: 10 } });
});
beforeEach(() => {
  waits = [];
});
afterAll(() => parley.stop());

/** A request whose body comes when it is told to. */
function begin(path: string, headers: Record<string, string> = {}): { sent: ClientRequest; answer: Promise<Answer> } {
  const sent = request(`${parley.url}/api/v1/sources${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${parley.key}`, 'content-type': 'application/octet-stream', ...headers },
  });
  const answer = once(sent, 'response').then(async ([response]: IncomingMessage[]) => ({
    status: response?.statusCode,
    body: JSON.parse(response ? await text(response) : 'null'),
  }));
  sent.on('error', () => undefined);
  answer.catch(() => undefined);
  sent.flushHeaders();
  return { sent, answer };
}
interface Answer {
  readonly status: number | undefined;
  readonly body: { readonly id: string; readonly code: string; readonly detail: string };
}

const serverWaits = (delayMs: number, times: number) =>
  until(
    async () => waits.filter((waited) => waited === delayMs).length,
    (count) => count >= times,
  );

test('an upload that goes on may take longer than any other request', async () => {
  const { sent, answer } = begin('/files?name=slow.txt');
  for (let piece = 1; piece <= 10; piece += 1) {
    await serverWaits(idleMs, piece);
    time.advance(idleMs - 1_000);
    sent.write(`Piece ${piece}. `);
  }
  sent.end();
  const { status, body } = await answer;
  expect(status).toBe(201);
  expect((await readingEnds(parley.owner, body.id)).text).toMatch(/^Piece 1\. .*Piece 10\.$/);
});

test('an upload of which nothing comes any more ends with a reason, and leaves nothing behind', async () => {
  const before = await parley.owner.must(200, 'GET', '/api/v1/sources');
  const { sent, answer } = begin('/files?name=stalled.txt');
  sent.write('The beginning.');
  await serverWaits(idleMs, 2);
  time.advance(idleMs);
  const { status, body } = await answer;
  expect([status, body.code]).toEqual([408, 'too_slow']);
  expect(body.detail).toContain('30 seconds');
  expect(await parley.owner.must(200, 'GET', '/api/v1/sources')).toEqual(before);
  const closed = once(sent, 'close');
  time.advance(usualMs);
  await closed;
});

test('an upload that never ends is ended by the limit of the whole', async () => {
  const { sent, answer } = begin('/files?name=endless.txt');
  for (let piece = 1; piece <= 20; piece += 1) {
    await serverWaits(idleMs, piece);
    time.advance(idleMs - 1_000);
    sent.write('.');
  }
  await until(
    async () => waits,
    (all) => all.includes(20_000),
  );
  time.advance(20_000);
  const { status, body } = await answer;
  expect([status, body.code]).toEqual([408, 'too_slow']);
  expect(body.detail).toMatch(/10 minutes.*PARLEY_UPLOAD_MAX_MINUTES/);
  sent.destroy();
});

test.each([
  ['another route', '/notes', { 'content-type': 'application/json', 'content-length': '1000' }],
  ['another route that sends in chunks', '/notes', { 'content-type': 'application/json' }],
])('%s waits no longer for its body than before', async (_, path, headers) => {
  const { sent, answer } = begin(path, headers);
  sent.write('{');
  await serverWaits(usualMs, 1);
  time.advance(usualMs);
  expect((await answer).status).toBe(408);
});

test('who is not let in cannot keep a connection by sending on', async () => {
  const { sent, answer } = begin('/files?name=a.txt', { authorization: 'Bearer none' });
  sent.write('a');
  expect((await answer).status).toBe(401);
  await serverWaits(usualMs, 2);
  const closed = once(sent, 'close');
  time.advance(usualMs);
  await closed;
});
