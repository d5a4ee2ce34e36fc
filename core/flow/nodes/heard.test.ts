import { expect, test } from 'vitest';
import { advanceSession, newSession } from '../../session/advance-session.ts';
import type { Effect } from '../../session/effect.ts';
import type { SessionInput } from '../../session/session-event.ts';
import { emptyTwin } from '../../twin/twin.ts';
import { compileFlow } from '../compile-flow.ts';
import { graphOf, type NodeSketch } from '../testing/graph-of.ts';

const twin = { ...emptyTwin('Ada'), name: 'Ada', number: 1 };
const start: NodeSketch = { type: 'start', exits: { '': 'ask' } };
const askFor = (kind: string): NodeSketch => ({
  type: 'ask',
  data: { prompt: '?', input: { kind }, variable: 'x' },
  exits: { '': 'next' },
});
const intents = [{ id: 'help', label: 'Help', examples: [] }];
const sort: NodeSketch = { type: 'classify', data: { intents }, exits: { help: 'talk', none: 'next' } };
const talk: NodeSketch = { type: 'twin', data: { twinId: 'twn_1' } };
const say = (text: string): SessionInput => ({ type: 'message', from: 'visitor', text });
const sorted = (effectId: string, intentId: string | null): SessionInput => ({
  type: 'textClassified',
  effectId,
  nodeId: 'next',
  intentId,
  by: 'words',
});

function run(nodes: Readonly<Record<string, NodeSketch>>, inputs: readonly SessionInput[]) {
  const flow = compileFlow(
    { graph: graphOf(nodes), subflows: {}, twins: { twn_1: twin } },
    { matchesPattern: () => true },
  );
  let session = newSession(flow, 'ses_1');
  const effects: Effect[] = [];
  const said: string[] = [];
  const started = { type: 'sessionStarted', mode: 'chat', language: 'en', timeoutMs: 1000, attributes: {} } as const;
  for (const input of [started, ...inputs]) {
    const [next, asked, events] = advanceSession(session, input, new Date(0));
    session = next;
    effects.push(...asked);
    said.push(...events.flatMap((event) => (event.type === 'message' && event.from === 'agent' ? [event.text] : [])));
  }
  return { effects, said, waiting: session.state.position?.waiting };
}

test('what was written in free text and not answered yet is sorted and answered at once', () => {
  const { effects, said } = run({ start, ask: askFor('text'), next: sort, talk }, [
    say('help me'),
    sorted('e1', 'help'),
  ]);
  expect(effects).toMatchObject([
    { type: 'classifyText', text: 'help me' },
    { type: 'askTwin', question: 'help me' },
  ]);
  expect(said).toEqual(['?']);
});

test('after an answer that is no free text, a twin greets and listens', () => {
  const { effects, said, waiting } = run({ start, ask: askFor('email'), next: talk }, [say('ida@example.com')]);
  expect(effects).toEqual([]);
  expect(said).toEqual(['?', 'Hello! What would you like to know?']);
  expect(waiting).toMatchObject({ kind: 'input' });
});

test('once something was said, a twin and a classifier listen without a word', () => {
  const message: NodeSketch = { type: 'message', data: { text: 'Thanks' }, exits: { '': 'end' } };
  for (const node of [talk, sort]) {
    const { effects, said } = run({ start, ask: askFor('text'), next: message, end: node, talk }, [say('help me')]);
    expect(effects).toEqual([]);
    expect(said).toEqual(['?', 'Thanks']);
  }
});

test('classifiers that lead to each other end by listening again', () => {
  const inputs = Array.from({ length: 20 }, (_, at) => sorted(`e${at + 1}`, null));
  const { effects, waiting } = run({ start, ask: askFor('text'), next: sort, talk }, [say('hm'), ...inputs]);
  expect(effects).toHaveLength(5);
  expect(waiting).toMatchObject({ kind: 'input' });
});
