import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../server/adapters/system-clock/system-clock.ts';
import {
  breaksOff,
  type FakeModelServer,
  type ModelReply,
  neverAnswers,
  refuses,
  says,
  sends,
  startFakeModelServer,
} from '../harness/fake-model-server.ts';
import type { Json } from '../harness/http-client.ts';
import type { VisitorSession } from '../harness/parley-client.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { until } from '../harness/until.ts';

const question = 'What does the team plan cost?';
let server: FakeModelServer;
let parley: TestParley;
let deploymentKey: string;
let models = 0;

beforeAll(async () => {
  server = await startFakeModelServer();
  const system = systemClock();
  // Time-outs and pauses pass ten times as fast.
  const clock = { now: system.now, after: (ms: number, work: () => void) => system.after(ms / 10, work) };
  parley = await startParley({ clock, httpAllow: [server.host] });
  const { owner } = parley;
  const twin = await owner.publishedTwin('Ada', { greeting: 'Hello.' });
  const source = await owner.note('Prices', '# Prices\n\nThe team plan costs 60 euros a month.');
  deploymentKey = (await owner.deployTwin(twin.id, { sources: { [source.id]: 'mentioned' } })).key;
});
afterAll(async () => {
  await parley.stop();
  await server.close();
});

/** A model that nothing is held against yet. */
async function newModel(): Promise<void> {
  const first = { provider: 'openai-compatible', model: `model-${++models}`, baseUrl: server.baseUrl };
  await parley.owner.must(200, 'PATCH', '/api/v1/models', { first });
}

async function answers(session: VisitorSession, count: number): Promise<Json[]> {
  const read = async () => {
    const { events } = await session.read();
    return events.filter((event: Json) => event.type === 'message' && event.from === 'agent').slice(1);
  };
  return until(read, (found) => found.length >= count);
}

async function asked(reply: readonly ModelReply[], usual: ModelReply): Promise<VisitorSession> {
  await newModel();
  server.next(...reply);
  server.always(usual);
  const session = await parley.visitor(deploymentKey).start();
  await session.send(question);
  return session;
}

test('a model that searches, cites and acts answers in the session', async () => {
  const session = await asked(
    [says({ tool: 'searchSources', input: { question: 'price of the team plan' } })],
    says('It is ', '60 euros [1].', { tool: 'offerEnd', input: {} }),
  );
  const [answer] = await answers(session, 1);
  expect(answer).toMatchObject({ by: 'model', text: 'It is 60 euros [1].', offersEnd: true });
  expect(answer.citations).toMatchObject([{ number: 1, title: 'Prices' }]);
});

describe('a model', () => {
  test.each([
    ['is too busy for a moment', refuses(429, { 'retry-after': '1' })],
    ['fails once', refuses(500)],
    ['cuts its stream once', breaksOff('closes', 'It is ')],
    ['ends its stream once without a word', breaksOff('ends', 'It is ')],
  ])('that %s answers all the same', async (_, trouble) => {
    const session = await asked([trouble], says('60 euros [1].'));
    expect(await answers(session, 1)).toMatchObject([{ by: 'model', text: '60 euros [1].' }]);
  });

  test.each([
    ['never answers', neverAnswers(), 'did not begin to answer'],
    ['falls silent', says('It is ', { until: () => new Promise(() => {}) }), 'fell silent'],
    ['stays busy', refuses(429), 'has answered too much'],
    ['keeps failing', refuses(500), 'has trouble of its own'],
    ['keeps cutting its stream', breaksOff('ends', 'It is '), 'broke off'],
    ['writes garbage', sends('data: {"choices": 7}\n\n'), 'cannot be read'],
    ['refuses the key', refuses(401), 'refused the API key'],
  ])('that %s is stood in for, the owner is told, and the session goes on', async (_, trouble, reason) => {
    const session = await asked([], trouble);
    const [answer] = await answers(session, 1);
    expect(answer).toMatchObject({ by: 'builtIn', text: expect.stringContaining('The team plan costs 60 euros') });
    expect(answer.citations).toHaveLength(1);
    const { events } = await parley.owner.must(200, 'GET', `/api/v1/sessions/${session.id}`);
    const replied = events.find((event: Json) => event.type === 'twinReplied');
    expect(replied.notice).toContain(reason);

    await newModel();
    server.always(says('Here I am again.'));
    await session.send(question);
    expect((await answers(session, 2))[1]).toMatchObject({ by: 'model', text: 'Here I am again.' });
  });
});
