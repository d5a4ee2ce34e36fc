import { mkdtempSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../server/adapters/system-clock/system-clock.ts';
import {
  answersJson,
  type FakeModelServer,
  type ModelReply,
  refuses,
  says,
  startFakeModelServer,
} from '../harness/fake-model-server.ts';
import { freePort } from '../harness/free-port.ts';
import type { Json } from '../harness/http-client.ts';
import { ownerOf, type VisitorSession, visitorOf } from '../harness/parley-client.ts';
import { endOrphans, spawnParley } from '../harness/spawn-parley.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { until } from '../harness/until.ts';

const apiKey = 'sk-that-nobody-may-read';
const question = 'How much is the team plan?';
let server: FakeModelServer;

beforeAll(async () => {
  server = await startFakeModelServer();
});
afterAll(() => server.close());

/** What the twin said, once it has said so much. */
async function said(session: VisitorSession, count: number): Promise<Json[]> {
  const read = async () => {
    const { events } = await session.read();
    return events.filter((event: Json) => event.type === 'message' && event.from === 'agent');
  };
  return until(read, (found) => found.length >= count);
}

describe('in one process', () => {
  let parley: TestParley;
  let twinId: string;
  let models = 0;

  beforeAll(async () => {
    const system = systemClock();
    // Time-outs and pauses pass ten times as fast.
    const clock = { now: system.now, after: (ms: number, work: () => void) => system.after(ms / 10, work) };
    parley = await startParley({ clock, httpAllow: [server.host] });
    twinId = (await parley.owner.publishedTwin('Ada', { greeting: 'Hello.' })).id;
  });
  afterAll(() => parley.stop());

  const model = () => ({
    provider: 'openai-compatible',
    model: `model-${++models}`,
    baseUrl: `${server.baseUrl}/${models}`,
    apiKey,
  });
  const at = (address: string, reply: ModelReply, other: ModelReply): ModelReply => {
    return (request, response) => (request.path.includes(`/${address}/`) ? reply : other)(request, response);
  };
  async function talk(): Promise<VisitorSession> {
    const { key } = await parley.owner.deployTwin(twinId);
    return parley.visitor(key).start();
  }
  async function eventsOf({ id }: VisitorSession): Promise<Json[]> {
    return (await parley.owner.must(200, 'GET', `/api/v1/sessions/${id}`)).events;
  }

  test('everything that a model may ask for reaches the flow and the visitor', async () => {
    await parley.owner.must(200, 'PATCH', '/api/v1/models', { first: model() });
    const exit = {
      conditions: [{ id: 'ready', description: 'The visitor wants to buy' }],
      variables: [{ name: 'size', description: 'How many people' }],
    };
    const bye = 'An offer for {{var.size}} goes to {{var.email}}.';
    const place = { x: 0, y: 0 };
    const flow = await parley.owner.publishedFlow({
      nodes: [
        { id: 'start', type: 'start', position: place, data: {} },
        { id: 'talk', type: 'twin', position: place, data: { twinId, exit } },
        { id: 'bye', type: 'message', position: place, data: { text: bye } },
        { id: 'person', type: 'twin', position: place, data: { twinId } },
      ],
      edges: [
        { id: 'a', source: 'start', target: 'talk' },
        { id: 'b', source: 'talk', sourceHandle: 'ready', target: 'bye' },
        { id: 'c', source: 'bye', target: 'person' },
      ],
    } as never);
    const card = { id: 'book', label: 'Book', url: 'https://example.com/book', condition: 'when asked' };
    const { key } = await parley.owner.deploy(flow.id, {
      capabilities: { collectEmail: true, callsToAction: [card] },
    });
    const session = await parley.visitor(key).start();
    server.next(
      says(
        'Noted.',
        { tool: 'setVariable', input: { name: 'size', value: 12 } },
        { tool: 'rememberFact', input: { fact: 'Has 12 people' } },
        { tool: 'showAction', input: { id: 'book' } },
        { tool: 'askForEmail', input: {} },
      ),
    );
    await session.send('We are twelve');
    await said(session, 2);
    await session.send('ida@example.com');
    server.next(says('Gladly.', { tool: 'leaveBy', input: { exit: 'ready' } }));
    await said(session, 3);
    await session.send('I want to buy');
    expect((await said(session, 5)).slice(3).map(({ text }) => text)).toEqual([
      'Gladly.',
      'An offer for 12 goes to ida@example.com.',
    ]);
    server.next(says('One moment.', { tool: 'handOff', input: { note: 'Wants to buy' } }));
    await session.send('Let me speak to somebody');
    await until(
      () => session.read(),
      (read) => read.session.status === 'ended',
    );
    const events = await eventsOf(session);
    expect(events).toContainEqual(expect.objectContaining({ type: 'actionShown', actionId: 'book' }));
    expect(events).toContainEqual(expect.objectContaining({ type: 'factLearned', text: 'Has 12 people' }));
    expect(events).toContainEqual(expect.objectContaining({ type: 'handoffRequested', note: 'Wants to buy' }));
  });

  test.each([
    ['names an intent', answersJson({ intent: 'buy' }), 'something else', 'To the till!', 'model'],
    ['writes no JSON', says('Certainly! It is buy.'), 'I want to buy', 'To the till!', 'words'],
    ['names an intent that is not there', answersJson({ intent: 'sell' }), 'nice weather', 'Hm.', 'words'],
    ['keeps failing', refuses(500), 'I want to buy', 'To the till!', 'words'],
  ])('a text is sorted when the model %s', async (_, reply, text, answer, by) => {
    await parley.owner.must(200, 'PATCH', '/api/v1/models', { first: model() });
    server.always(reply);
    const message = (id: string, words: string) => ({ id, type: 'message', position: place, data: { text: words } });
    const place = { x: 0, y: 0 };
    const intents = [{ id: 'buy', label: 'Buy', examples: ['I want to buy'] }];
    const flow = await parley.owner.publishedFlow({
      nodes: [
        { id: 'start', type: 'start', position: place, data: {} },
        message('hello', 'What can I do?'),
        { id: 'sort', type: 'classify', position: place, data: { intents } },
        message('sale', 'To the till!'),
        message('other', 'Hm.'),
      ],
      edges: [
        { id: '1', source: 'start', target: 'hello' },
        { id: '2', source: 'hello', target: 'sort' },
        { id: '3', source: 'sort', sourceHandle: 'buy', target: 'sale' },
        { id: '4', source: 'sort', sourceHandle: 'none', target: 'other' },
      ],
    } as never);
    const session = await parley.visitor((await parley.owner.deploy(flow.id)).key).start();
    await session.send(text);
    expect((await said(session, 2))[1]).toMatchObject({ text: answer });
    expect(await eventsOf(session)).toContainEqual(expect.objectContaining({ type: 'textClassified', by }));
  });

  test('when the first model fails, the second one answers, and the owner is told', async () => {
    const [first, second] = [model(), model()];
    await parley.owner.must(200, 'PATCH', '/api/v1/models', { first, second });
    server.always(at(`v1/${models}`, says('Here I am.'), refuses(500)));
    const session = await talk();
    await session.send(question);
    expect((await said(session, 2))[1]).toMatchObject({ by: 'model', text: 'Here I am.' });
    const replied = (await eventsOf(session)).find(({ type }) => type === 'twinReplied');
    expect(replied.notice).toContain(`Answered by: openai-compatible ${second.model}.`);
    await parley.owner.must(200, 'PATCH', '/api/v1/models', { second: null });
  });

  test('a huge answer is not taken, and no message that was sent meanwhile is lost', async () => {
    await parley.owner.must(200, 'PATCH', '/api/v1/models', { first: model() });
    let goOn = () => {};
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    server.next(says({ until: () => gate }, 'On and on. '.repeat(10_000)));
    server.always(says('And now?'));
    const session = await talk();
    await session.send(question);
    await session.send('Are you there?');
    goOn();
    const [, instead, next] = await said(session, 3);
    expect(instead).toMatchObject({ by: 'builtIn' });
    expect(next).toMatchObject({ by: 'model', text: 'And now?' });
    const events = await eventsOf(session);
    expect(events.find(({ type }) => type === 'twinReplied').notice).toContain('wrote more than');
  });

  test('signs that cannot be stored are left out of an answer', async () => {
    await parley.owner.must(200, 'PATCH', '/api/v1/models', { first: model() });
    server.always(says('It is\u0000 so.\ud83d', { tool: 'rememberFact', input: { fact: 'Odd\u0000' } }));
    const session = await talk();
    await session.send(question);
    expect((await said(session, 2))[1]).toMatchObject({ by: 'model', text: 'It is so.\ufffd' });
    expect(await eventsOf(session)).toContainEqual(expect.objectContaining({ type: 'factLearned', text: 'Odd' }));
  });
});

test('after kill -9 while a model writes, the question is answered once, and no key is in any reply or log', {
  timeout: 90_000,
}, async () => {
  const dataDir = mkdtempSync('/tmp/parley-model-kill-');
  const port = await freePort();
  const ownKey = 'a-key-for-tests-of-models';
  const env = {
    PARLEY_MODEL: 'openai-compatible:fake',
    PARLEY_MODEL_BASE_URL: server.baseUrl,
    PARLEY_MODEL_API_KEY: apiKey,
    PARLEY_LOG_LEVEL: 'debug',
  };
  const start = () => spawnParley({ port, dataDir, apiKey: ownKey, env });
  let parley = start();
  try {
    await parley.ready;
    const owner = ownerOf(parley.url, ownKey);
    server.always(says('OK'));
    const works = await owner.must(200, 'POST', '/api/v1/models/test');
    server.always(refuses(401, {}, `wrong key ${apiKey}`));
    const fails = await owner.must(200, 'POST', '/api/v1/models/test');
    expect([works.ok, fails.ok]).toEqual([true, false]);

    const twin = await owner.publishedTwin('Ada', { greeting: 'Hello.' });
    const session = await visitorOf(parley.url, (await owner.deployTwin(twin.id)).key).start();
    const asked = server.requests.length;
    server.always(says('The first half. ', 'And', { until: () => new Promise(() => {}) }));
    await session.send(question);
    await until(
      async () => server.requests.length,
      (count) => count > asked,
    );
    await parley.kill9('everything');
    const log = parley.said();
    server.always(says('The whole answer.'));
    parley = start();
    await parley.ready;
    await said(session, 2);
    await session.send('Thank you');
    expect((await said(session, 3)).map(({ text }) => text)).toEqual([
      'Hello.',
      'The whole answer.',
      'The whole answer.',
    ]);
    const { events } = await session.read();
    const fromVisitor = events.filter((event: Json) => event.type === 'message' && event.from === 'visitor');
    expect(fromVisitor.map(({ text }: Json) => text)).toEqual([question, 'Thank you']);
    expect(JSON.stringify([works, fails, events]) + log + parley.said()).not.toContain(apiKey);
  } finally {
    await parley.stop();
    await endOrphans(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  }
});
