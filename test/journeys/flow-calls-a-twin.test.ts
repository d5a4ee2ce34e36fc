import { afterAll, beforeAll, expect, test } from 'vitest';
import { sameBrains, sayInPieces, scriptedBrain } from '../../server/ports/testing/scripted-brain.ts';
import { agentMessages } from '../harness/agent-messages.ts';
import type { Json } from '../harness/http-client.ts';
import { startParley, type TestParley } from '../harness/start-parley.ts';

const brain = scriptedBrain();
let parley: TestParley;
let twinId: string;
beforeAll(async () => {
  parley = await startParley({ brains: sameBrains(brain) });
  twinId = (await parley.owner.publishedTwin('Ada', { greeting: 'Hello, I am Ada.' })).id;
});
afterAll(() => parley?.stop());

test('cards, email, variables and exits reach the flow that called the twin', async () => {
  const graph = {
    nodes: [
      { id: 'start', type: 'start', position: { x: 0, y: 0 }, data: {} },
      {
        id: 'talk',
        type: 'twin',
        position: { x: 0, y: 1 },
        data: {
          twinId,
          instructions: 'Find out the size.',
          exit: {
            conditions: [{ id: 'ready', description: 'The visitor wants to buy' }],
            variables: [{ name: 'size', description: 'How many people' }],
          },
        },
      },
      {
        id: 'bye',
        type: 'message',
        position: { x: 0, y: 2 },
        data: { text: 'An offer for {{var.size}} goes to {{var.email}}.' },
      },
    ],
    edges: [
      { id: 'a', source: 'start', target: 'talk' },
      { id: 'b', source: 'talk', sourceHandle: 'ready', target: 'bye' },
    ],
  };
  const flow = await parley.owner.publishedFlow(graph as never);
  const { key } = await parley.owner.deploy(flow.id, {
    capabilities: {
      collectEmail: true,
      callsToAction: [{ id: 'book', label: 'Book', url: 'https://example.com/book', condition: 'when asked' }],
    },
  });
  const session = await parley.visitor(key).start();
  brain.does(async (question, hear) => {
    expect(question).toMatchObject({ mayAskEmail: true, instructions: ['Find out the size.'] });
    sayInPieces(hear, 'Noted.');
    return {
      actionIds: ['book', 'unknown'],
      asksEmail: true,
      variables: [{ name: 'size', value: 12 }],
      facts: ['Has 12 people'],
    };
  });
  await session.send('We are twelve');
  await agentMessages(session, 2);
  await session.send('ida@example.com');
  await agentMessages(session, 3);
  brain.does(async (question, hear) => {
    expect(question.mayAskEmail).toBe(false);
    sayInPieces(hear, 'Gladly.');
    return { exitId: 'ready' };
  });
  await session.send('I want to buy');
  const texts = (await agentMessages(session, 5)).map(({ text }) => text);
  expect(texts.slice(1)).toEqual([
    'Noted.',
    'Thank you, I have noted your email address.',
    'Gladly.',
    'An offer for 12 goes to ida@example.com.',
  ]);
  const { events } = await session.read();
  expect(events.filter((event: Json) => event.type === 'actionShown')).toMatchObject([
    { actionId: 'book', label: 'Book' },
  ]);
});

test('what a visitor writes is sorted, and goes where the flow says', async () => {
  const message = (id: string, text: string) => ({ id, type: 'message', position: { x: 0, y: 0 }, data: { text } });
  const intents = [{ id: 'buy', label: 'Buy', examples: ['I want to buy'] }];
  const graph = {
    nodes: [
      { id: 'start', type: 'start', position: { x: 0, y: 0 }, data: {} },
      message('hello', 'What can I do?'),
      { id: 'sort', type: 'classify', position: { x: 0, y: 0 }, data: { intents } },
      message('sale', 'To the till!'),
      message('other', 'Hm.'),
    ],
    edges: [
      { id: '1', source: 'start', target: 'hello' },
      { id: '2', source: 'hello', target: 'sort' },
      { id: '3', source: 'sort', sourceHandle: 'buy', target: 'sale' },
      { id: '4', source: 'sort', sourceHandle: 'none', target: 'other' },
    ],
  };
  const flow = await parley.owner.publishedFlow(graph as never);
  const { key } = await parley.owner.deploy(flow.id);
  brain.sorts(async ({ text }) => (text.includes('take') ? 'buy' : null));
  for (const [text, answer] of [
    ['take my money', 'To the till!'],
    ['nice weather', 'Hm.'],
  ] as const) {
    const session = await parley.visitor(key).start();
    await session.send(text);
    expect((await agentMessages(session, 2))[1]?.text).toBe(answer);
  }
});
