import { afterAll, beforeAll, expect, test } from 'vitest';
import { messageLimit } from '../../contract/visit.ts';
import { pendingLimit } from '../../core/session/session.ts';
import { echoGraph } from '../harness/flow-graphs.ts';
import { httpClient, type Json } from '../harness/http-client.ts';
import { answerTo, orderGraph } from '../harness/order-graph.ts';
import { type SlowOutside, slowOutside } from '../harness/slow-outside.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { until } from '../harness/until.ts';

let outside: SlowOutside;
let parley: TestParley;
beforeAll(async () => {
  outside = await slowOutside(0);
  parley = await startParley({ httpAllow: [outside.host] });
});
afterAll(async () => {
  await parley.stop();
  outside.stop();
});

const create = (idempotencyKey: string, body: object) =>
  parley.owner.call('POST', '/api/v1/flows', body, { headers: { 'idempotency-key': idempotencyKey } });

async function flowsNamed(name: string): Promise<Json[]> {
  const { items } = await parley.owner.must(200, 'GET', '/api/v1/flows?limit=200');
  return items.filter((flow: Json) => flow.name === name);
}

test('a POST repeated with its Idempotency-Key is done once and answered alike', async () => {
  const first = await create('key-1', { name: 'Once' });
  const again = await create('key-1', { name: 'Once' });
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.body).toEqual(first.body);
  expect(await flowsNamed('Once')).toHaveLength(1);
});

test('an API key that is made twice with one Idempotency-Key is the same, and is stored nowhere as it stands', async () => {
  const { owner, actor, parley: node } = parley;
  const make = () =>
    owner.call(
      'POST',
      '/api/v1/api-keys',
      { name: 'CI', scopes: ['flows:read'] },
      { headers: { 'idempotency-key': 'key-5' } },
    );
  const { status, body } = await make();
  const { key } = body;
  expect([status, typeof key]).toEqual([201, 'string']);
  expect((await make()).body.key).toBe(key);
  const { items } = await owner.must(200, 'GET', '/api/v1/api-keys');
  const caller = items.find(({ name }: Json) => name === 'test');
  const { store, clock } = node.ctx;
  const claim = { workspaceId: actor.workspaceId, actorId: caller.id, key: 'key-5', requestHash: '', at: clock.now() };
  const kept = await store.access.claimReply(claim);
  expect(kept.kind).toBe('answered');
  expect(JSON.stringify(kept)).not.toContain(key);
});

test('the same, at once', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => create('key-2', { name: 'Together' })));
  expect(new Set(answers.map(({ status }) => status)).size).toBeLessThanOrEqual(2);
  for (const { status, body } of answers) if (status !== 201) expect([status, body.code]).toEqual([409, 'conflict']);
  expect(await flowsNamed('Together')).toHaveLength(1);
});

test('an Idempotency-Key stands for one request: with another it is refused, after a failure it is free', async () => {
  await create('key-3', { name: 'Mine' });
  const other = await create('key-3', { name: 'Another' });
  expect([other.status, other.body.code]).toEqual([409, 'conflict']);
  expect(await flowsNamed('Another')).toEqual([]);
  expect((await create('key-4', { name: '' })).status).toBe(400);
  expect((await create('key-4', { name: 'Mended' })).status).toBe(201);
});

test(`while an answer is awaited ${pendingLimit} messages queue in order, and one more is asked to come again`, async () => {
  const flow = await parley.owner.publishedFlow(orderGraph(outside.url));
  const { key } = await parley.owner.deploy(flow.id);
  const session = await parley.visitor(key).start();
  outside.hold();
  const texts = Array.from({ length: pendingLimit + 1 }, (_, index) => `m${index}`);
  for (const text of texts) await session.send(text, text);

  const before = await session.read();
  const refused = await session.trySend('one more', 'more');
  expect([refused.status, refused.body.code]).toEqual([429, 'too_many_pending']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await session.read()).toEqual(before);
  const first = before.events.find((event: Json) => event.text === 'm0');
  expect(await session.send('m0', 'm0')).toEqual({ seq: first.seq });

  outside.letGo();
  const said = await until(
    async () => (await session.agentTexts()).filter((text) => text !== 'One moment').slice(1),
    (answers) => answers.length === texts.length,
  );
  expect(said).toEqual(texts.map(answerTo));
  await session.send('one more', 'more');
});

test('the longest message is taken, whatever it is written in and however it is escaped', async () => {
  const flow = await parley.owner.publishedFlow(echoGraph());
  const { key } = await parley.owner.deploy(flow.id);
  const session = await parley.visitor(key).start();
  for (const character of ['a', '語', '\u0007']) {
    const text = character.repeat(messageLimit);
    const escaped = [...text].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
    const raw = `{"clientMessageId": "${character.charCodeAt(0)}", "text": "${escaped}"}`;
    const path = `/visit/v1/sessions/${session.id}/messages`;
    const answer = await httpClient(parley.url, session.token)('POST', path, undefined, { raw });
    expect([character, answer.status]).toEqual([character, 202]);
  }
});
