import { expect, test } from 'vitest';
import { compileFlow } from '../../../../core/flow/compile-flow.ts';
import type { FlowGraph } from '../../../../core/flow/graph.ts';
import {
  ask,
  call,
  emptyWorld,
  graph,
  http,
  node,
  options,
  published,
  say,
} from '../../../../core/flow/testing/small-graphs.ts';
import type { FlowWorld } from '../../../../core/flow/validate-flow.ts';
import { runnableGraph, type TestStart } from './runnable-graph.ts';
import { advanceTest, lastNode, linkKey, pathOf, requestedInput, startTest, type TestRun } from './test-run.ts';

const now = new Date('2027-01-10T12:00:00Z');
const fromStart: TestStart = { nodeId: null, variables: {} };

function begin(draft: FlowGraph, start: TestStart = fromStart, world: FlowWorld = emptyWorld): TestRun {
  const runnable = runnableGraph(draft, world, start);
  const subflows = Object.fromEntries([...world.subflows].map(([id, flow]) => [id, { ...flow, number: 1 }]));
  const flow = compileFlow({ graph: runnable.graph, subflows }, { matchesPattern: () => true });
  return startTest(flow, { id: 'test', language: 'en', attributes: { contact: { name: 'Ada' } } }, now);
}

const reply = (run: TestRun, text: string) => advanceTest(run, { type: 'message', from: 'visitor', text }, now);
const said = (run: TestRun) =>
  run.events.flatMap((event) => (event.type === 'message' && event.from === 'agent' ? [event.text] : []));

const talk = graph(
  [
    say('hello', 'Hello {{contact.name}}'),
    ask('name'),
    ask('pick', { kind: 'choice', options: options('a', 'b') }, { variable: 'picked' }),
    say('bye', 'Bye {{var.name}}'),
  ],
  ['hello -> name', 'name -> pick', 'pick:a -> bye'],
);

test('a test runs as a session does, and shows where it stands and what it took', () => {
  const first = begin(talk);
  expect(said(first)).toEqual(['Hello Ada', 'Who are you?']);
  expect(pathOf(first)).toEqual({
    live: 'name',
    nodes: new Set(['start', 'hello', 'name']),
    links: new Set([linkKey('start', 'hello'), linkKey('hello', 'name')]),
  });
  expect(requestedInput(first)?.input).toEqual({ kind: 'text' });
  const done = reply(reply(first, 'Bo'), 'Option a');
  expect(said(done).at(-1)).toBe('Bye Bo');
  expect(pathOf(done).live).toBeNull();
  expect(requestedInput(done)).toBeNull();
  expect(done.session.state.position?.variables).toEqual({ name: 'Bo', picked: 'a' });
});

test('it begins at any node, with the values given', () => {
  const run = begin(talk, { nodeId: 'bye', variables: { name: 'Cy' } });
  expect(said(run)).toEqual(['Bye Cy']);
  expect([...pathOf(run).nodes]).toEqual(['start', 'bye']);
});

test('an unfinished node stops the test there, and no other', () => {
  const draft = graph(
    [say('hello'), node('gap', 'message', { text: '' }), node('lost', 'jump', { nodeId: 'x' })],
    ['hello -> gap', 'gap -> nowhere'],
  );
  const { unfinished } = runnableGraph(draft, emptyWorld, fromStart);
  expect([...unfinished.keys()]).toEqual(['gap', 'lost']);
  const run = begin(draft);
  expect(said(run)).toEqual(['Hello']);
  expect(lastNode(run)).toBe('gap');
  expect(run.session.state.status).toBe('ended');
});

test('a request waits for its answer, also when the tester writes meanwhile', () => {
  const waiting = begin(graph([http('call'), say('bye', 'Got {{var.reply.status}}')], ['call:ok -> bye']));
  expect(waiting.awaited).toMatchObject({ type: 'callHttp', url: 'https://example.com/orders' });
  const impatient = reply(waiting, 'well?');
  expect(impatient.awaited).toEqual(waiting.awaited);
  const effectId = waiting.awaited?.id ?? '';
  const answered = advanceTest(
    impatient,
    { type: 'httpResponded', effectId, nodeId: 'call', status: 200, body: null },
    now,
  );
  expect(said(answered)).toEqual(['Got 200']);
  expect(answered.awaited).toBeNull();
});

test('inside a subflow the calling node is lit', () => {
  const world = published({ inner: graph([ask('deep')]) });
  const run = begin(graph([call('sub', 'inner'), say('bye')], ['sub -> bye']), fromStart, world);
  expect(requestedInput(run)).toMatchObject({ nodeId: 'deep', flowId: 'inner' });
  expect(pathOf(run).live).toBe('sub');
});
