import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { UpstreamError } from '../../server/errors.ts';
import type { Brains } from '../../server/ports/brain.ts';
import { FakeClock } from '../../server/ports/testing/fake-clock.ts';
import { sameBrains, sayInPieces, scriptedBrain } from '../../server/ports/testing/scripted-brain.ts';
import { leaseMs } from '../../server/sessions/engine.ts';
import { agentMessages } from '../harness/agent-messages.ts';
import { databaseServers } from '../harness/database.ts';
import type { Json } from '../harness/http-client.ts';
import { sessionOf, type VisitorSession } from '../harness/parley-client.ts';
import { readStream } from '../harness/read-stream.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';
import { until } from '../harness/until.ts';

const prices = '# Prices\n\nThe basic plan costs 20 euros a month. The team plan costs 60 euros a month.';
const secret = '# Margins\n\nOur purchase price from Globex is 7.31 euros; the code word is HERON-4471.';

const brain = scriptedBrain();
const second = scriptedBrain('second');
let parley: TestParley;
let twinId: string;
let open: Json;
let internal: Json;
let unavailable: Json;

beforeAll(async () => {
  parley = await startParley({ brains: sameBrains(brain, second) });
  twinId = (await parley.owner.publishedTwin('Ada', { greeting: 'Hello, I am Ada.' })).id;
  open = await parley.owner.note('Prices', prices);
  internal = await parley.owner.note('Margins', secret);
  unavailable = await parley.owner.note('Salaries', 'The salary of Ida is 93,500 euros a year.');
});
afterAll(() => parley?.stop());
beforeEach(() => {
  brain.does(async (_, hear) => {
    sayInPieces(hear, 'It is so.');
    return {};
  });
  second.does(async () => {
    throw new Error('nobody asked for the second one');
  });
});

async function talk(settings: object = {}): Promise<VisitorSession> {
  const { key } = await parley.owner.deployTwin(twinId, {
    sources: { [open.id]: 'mentioned', [internal.id]: 'internal' },
    ...settings,
  });
  return parley.visitor(key).start();
}

test('a twin deployed on its own greets, and answers with citations of what it may mention', async () => {
  brain.does(async ({ passages }, hear) => {
    const cited = passages.filter(({ access }) => access === 'mentioned');
    sayInPieces(hear, 'The team plan costs 60 euros a month [1]. That is all [7].');
    return { cited, suggestions: ['What does the basic plan cost?'] };
  });
  const session = await talk();
  await session.send('How much is the team plan?');
  const [greeting, answer] = await agentMessages(session, 2);
  expect(greeting).toMatchObject({ text: 'Hello, I am Ada.' });
  expect(answer).toMatchObject({
    by: 'model',
    text: 'The team plan costs 60 euros a month [1]. That is all.',
    suggestions: ['What does the basic plan cost?'],
    citations: [{ number: 1, sourceId: open.id, title: 'Prices', headings: ['Prices'] }],
  });
  expect(answer?.citations[0].quote).toContain('60 euros');
});

test('a brain sees what the deployment allows, and nothing of what it does not', async () => {
  const session = await talk({ behavior: { goal: 'Sell plans', instructions: 'Be brief' } });
  await session.send('What is the price, the margin and the salary?');
  await agentMessages(session, 2);
  const asked = brain.questions.at(-1);
  expect(asked).toMatchObject({ goal: 'Sell plans', instructions: ['Be brief'], language: 'en' });
  expect(asked?.transcript).toEqual([{ from: 'twin', text: 'Hello, I am Ada.' }]);
  const found = [...(asked?.passages ?? []), ...((await asked?.search('salary of Ida')) ?? [])];
  expect(new Set(found.map(({ title }) => title))).toEqual(new Set(['Prices', 'Margins']));
  expect(JSON.stringify(found)).not.toContain(unavailable.id);
});

test('a brain has the whole talk in mind when messages came faster than answers', async () => {
  let goOn = () => {};
  const isAsked = new Promise<void>((asked) => {
    brain.does(async (_, hear) => {
      asked();
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      hear.piece('The first answer.');
      return { facts: ['Counts from one'] };
    });
  });
  const session = await talk();
  await session.send('One?');
  await isAsked;
  await session.send('Yes');
  await session.send('Yes');
  brain.does(async (_, hear) => {
    hear.piece('Another answer.');
    return {};
  });
  goOn();
  await agentMessages(session, 4);
  const lastTwo = brain.questions.slice(-2);
  expect(lastTwo.map(({ facts }) => facts)).toEqual([['Counts from one'], ['Counts from one']]);
  const [second, third] = lastTwo.map(({ transcript }) => transcript.map(({ text }) => text));
  expect(second).toEqual(['Hello, I am Ada.', 'One?', 'The first answer.']);
  expect(third).toEqual(['Hello, I am Ada.', 'One?', 'Yes', 'The first answer.', 'Another answer.']);
});

test('what is internal is dropped from an answer, its citation too', async () => {
  brain.does(async ({ passages }, hear) => {
    sayInPieces(hear, 'The basic plan costs 20 euros a month [1]. The code word is HERON-4471 [2]. Ask me more.');
    return {
      cited: passages.toSorted((one, other) => Number(one.access === 'internal') - Number(other.access === 'internal')),
      suggestions: ['What is HERON-4471?', 'What does the team plan cost?'],
    };
  });
  const session = await talk();
  await session.send('What does the basic plan cost, and what is the code word?');
  const [, answer] = await agentMessages(session, 2);
  expect(answer?.text).toBe('The basic plan costs 20 euros a month [1]. Ask me more.');
  expect(answer?.citations).toMatchObject([{ sourceId: open.id }]);
  expect(answer?.suggestions).toEqual(['What does the team plan cost?']);
});

test('what a model knows of hidden sources without having been shown it is dropped all the same', async () => {
  brain.does(async ({ passages }, hear) => {
    expect(passages.map(({ title }) => title)).not.toContain('Margins');
    sayInPieces(hear, 'The team plan costs 60 euros. Our purchase price from Globex is 7.31 euros. ');
    sayInPieces(hear, 'The board uses the door code KESTREL-9921. Anything else?');
    return {};
  });
  await parley.owner.note('Building', 'The door code of the board is KESTREL-9921.');
  const session = await talk();
  await session.send('How much is the team plan?');
  const [, answer] = await agentMessages(session, 2);
  expect(answer?.text).toBe('The team plan costs 60 euros. Anything else?');
});

test('a pinned deployment keeps back an internal text it still reads, though the source has another one now', async () => {
  const source = await parley.owner.note('Plans', 'The new plant will open in Trieste under the name HERMES-2291.');
  const pinned = await parley.owner.publishedTwin('Plans');
  const text = 'Nothing is planned at the moment.';
  await parley.owner.must(200, 'PATCH', `/api/v1/sources/${source.id}`, { text, revision: 1 });
  brain.does(async ({ passages }, hear) => {
    sayInPieces(hear, `Gladly. ${passages[0]?.text} Anything else?`);
    return {};
  });
  const { key } = await parley.owner.deployTwin(pinned.id, {
    sources: { [source.id]: 'internal' },
    versionPolicy: { kind: 'pinned', number: 1 },
  });
  const session = await parley.visitor(key).start();
  await session.send('Where will the new plant open?');
  const [, answer] = await agentMessages(session, 2);
  expect(brain.questions.at(-1)?.passages[0]?.text).toContain('HERMES-2291');
  expect(answer?.text).not.toMatch(/HERMES|Trieste/);
});

test('restricting or deleting a source acts at once, also in a running session', async () => {
  const extra = await parley.owner.note('Discounts', 'A discount of 15 percent is given to schools.');
  const { id, key } = await parley.owner.deployTwin(twinId, { sources: { [extra.id]: 'mentioned' } });
  const session = await parley.visitor(key).start();
  const titles = () => brain.questions.at(-1)?.passages.map(({ title }) => title);
  await session.send('Is there a discount for schools?');
  await agentMessages(session, 2);
  expect(titles()).toContain('Discounts');

  await parley.owner.must(200, 'PATCH', `/api/v1/deployments/${id}`, { sources: { [extra.id]: 'unavailable' } });
  await session.send('Really no discount for schools?');
  await agentMessages(session, 3);
  expect(titles()).toEqual([]);

  await parley.owner.must(200, 'PATCH', `/api/v1/deployments/${id}`, { sources: { [extra.id]: 'mentioned' } });
  await parley.owner.must(204, 'DELETE', `/api/v1/sources/${extra.id}`);
  await session.send('And now, a discount for schools?');
  await agentMessages(session, 4);
  expect(titles()).toEqual([]);
});

test('a pinned deployment reads the sources as they were, a latest one as they are', async () => {
  const source = await parley.owner.note('Hours', 'We open at eight in the morning.');
  const pinned = await parley.owner.publishedTwin('Hours');
  await parley.owner.must(200, 'PATCH', `/api/v1/sources/${source.id}`, {
    text: 'We open at nine in the morning.',
    revision: 1,
  });
  for (const [versionPolicy, expected] of [
    [{ kind: 'pinned', number: 1 }, 'eight'],
    [{ kind: 'latest' }, 'nine'],
  ] as const) {
    const settings = { sources: { [source.id]: 'mentioned' }, versionPolicy };
    const { key } = await parley.owner.deployTwin(pinned.id, settings);
    const session = await parley.visitor(key).start();
    await session.send('When do you open in the morning?');
    await agentMessages(session, 2);
    expect(brain.questions.at(-1)?.passages[0]?.text).toContain(expected);
  }
});

test('when the first brain fails, the next one answers, and the owner is told why', async () => {
  brain.does(async (_, hear) => {
    hear.piece('This sentence will be taken back. And this');
    throw new UpstreamError('openai', 'The model did not answer within 20 s.', true);
  });
  second.does(async (_, hear) => {
    sayInPieces(hear, 'Here I am.');
    return {};
  });
  const session = await talk();
  await session.send('Hello?');
  const [, answer] = await agentMessages(session, 2);
  expect(answer).toMatchObject({ text: 'Here I am.' });
  const { events } = await parley.owner.must(200, 'GET', `/api/v1/sessions/${session.id}`);
  const reply = events.find((event: Json) => event.type === 'twinReplied');
  expect(reply.notice).toBe('The model did not answer within 20 s. Answered by: second.');
});

test('when no brain can answer, the visitor gets an honest apology and the session goes on', async () => {
  brain.does(async () => {
    throw new UpstreamError('openai', 'refused', false);
  });
  const session = await talk();
  await session.send('Hello?');
  expect((await agentMessages(session, 2))[1]?.text).toBe(
    'I am sorry, I cannot answer right now. Please try again in a moment.',
  );
  brain.does(async (_, hear) => {
    sayInPieces(hear, 'Back again.');
    return {};
  });
  await session.send('And now?');
  expect((await agentMessages(session, 3))[2]?.text).toBe('Back again.');
});

test('an answer is streamed as it is written and can be stopped; what was said by then is the message', async () => {
  brain.does(async (_, hear, signal) => {
    hear.piece('The first sentence. ');
    hear.piece('The second sentence. And the thi');
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    return {};
  });
  const session = await talk();
  const stream = readStream(parley.url, session, 0);
  await session.send('Tell me a story');
  const heard = await stream.until((event) => event.effectId && event.text.includes('second'));
  const pieces = heard.filter((event) => event.effectId);
  expect(pieces.map(({ text }) => text).join('')).toMatch(/^The first sentence\. The second sentence\.\s?$/);
  expect(pieces.map(({ offset }) => offset)).toEqual([0, pieces[0]?.text.length]);
  const stop = await fetch(`${parley.url}/visit/v1/sessions/${session.id}/stop`, {
    method: 'POST',
    headers: { authorization: `Bearer ${session.token}` },
  });
  expect(stop.status).toBe(202);
  const [, answer] = await agentMessages(session, 2);
  expect(answer?.text).toBe('The first sentence. The second sentence. And the thi');
  await stream.close();
});

test('an answer that was stopped stays stopped when it is taken up after a failure', async () => {
  const clock = new FakeClock();
  const model = scriptedBrain();
  model.does(async (_, hear, signal) => {
    hear.piece('Once upon a time');
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve());
    });
    return {};
  });
  let fail = () => {};
  const failure = new Promise<never>((_, reject) => {
    fail = () => reject(new Error('the node has trouble of its own'));
  });
  let attempts = 0;
  const troubled: Brains = {
    async of(workspaceId) {
      attempts += 1;
      return attempts === 1 ? failure : sameBrains(model).of(workspaceId);
    },
  };
  const other = await startParley({ clock, brains: troubled });
  try {
    const { key } = await other.owner.deployTwin((await other.owner.publishedTwin()).id);
    const session = await other.visitor(key).start();
    await session.send('Tell me a story');
    await fetch(`${other.url}/visit/v1/sessions/${session.id}/stop`, {
      method: 'POST',
      headers: { authorization: `Bearer ${session.token}` },
    });
    fail();
    await until(
      async () => {
        if (attempts === 1) clock.advance(leaseMs);
        return (await session.read()).events.at(-1);
      },
      ({ text }) => text === 'Once upon a time',
    );
    expect(attempts).toBe(2);
  } finally {
    await other.stop();
  }
});

test('an author tries the draft and sees what was found, with scores', async () => {
  const reply = await parley.owner.must(200, 'POST', `/api/v1/twins/${twinId}/replies`, {
    question: 'How much is the team plan?',
    sources: { [open.id]: 'mentioned' },
  });
  expect(reply).toMatchObject({ by: 'model', text: 'It is so.' });
  expect(reply.passages[0]).toMatchObject({ title: 'Prices', access: 'mentioned' });
  expect(reply.passages[0].score).toBeGreaterThan(0);
});

describe.each(databaseServers.filter((server) => server !== 'embedded'))('two nodes on the %s PostgreSQL', (server) => {
  test('an answer written on one is heard and stopped on the other', async () => {
    const model = scriptedBrain();
    model.does(async (_, hear, signal) => {
      hear.piece('One sentence. Two');
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      return {};
    });
    const pair = await startParley({ server, nodes: 2, brains: sameBrains(model) });
    try {
      const [, there = ''] = pair.urls;
      const { key } = await pair.owner.deployTwin((await pair.owner.publishedTwin()).id);
      const session = await pair.visitor(key).start();
      const stream = readStream(there, session, 0);
      await stream.until((event) => event.type === 'sessionStarted');
      await session.send('Hello');
      await stream.until((event) => event.effectId && event.text.startsWith('One sentence.') && event.offset === 0);
      await fetch(`${there}/visit/v1/sessions/${session.id}/stop`, {
        method: 'POST',
        headers: { authorization: `Bearer ${session.token}` },
      });
      await stream.until((event) => event.type === 'message' && event.text === 'One sentence. Two');
      await stream.close();
      expect((await agentMessages(sessionOf(there, session.started), 2)).at(-1)?.text).toBe('One sentence. Two');
    } finally {
      await pair.stop();
    }
  });
});
