import { describe, expect, it } from 'vitest';
import { compileFlow } from '../flow/compile-flow.ts';
import { graphOf, type NodeSketch } from '../flow/testing/graph-of.ts';
import { canQueue } from './accepts-input.ts';
import { advanceSession, newSession } from './advance-session.ts';
import type { Effect } from './effect.ts';
import { pendingLimit, type Session } from './session.ts';
import type { SessionEvent, SessionInput } from './session-event.ts';

const timeoutMs = 60_000;
const started: SessionInput = {
  type: 'sessionStarted',
  mode: 'chat',
  language: 'en',
  timeoutMs,
  attributes: { contact: { name: 'Ida' } },
};
const say = (text: string): SessionInput => ({ type: 'message', from: 'visitor', text });
const responded: SessionInput = { type: 'httpResponded', effectId: 'e1', nodeId: 'call', status: 200, body: 'ok' };
const leave: SessionInput = { type: 'sessionEnded', reason: 'visitorLeft' };

const ask = (prompt: string, variable: string, next: string): NodeSketch => ({
  type: 'ask',
  data: { prompt, input: { kind: 'text' }, variable },
  exits: { '': next },
});
const echo = {
  start: { type: 'start', exits: { '': 'ask' } },
  ask: ask('Say something, {{contact.name}}', 'said', 'card'),
  card: { type: 'callToAction', data: { label: 'Buy', url: '/buy', description: '' }, exits: { '': 'ask' } },
} as const;
const calling = {
  start: { type: 'start', exits: { '': 'call' } },
  call: {
    type: 'http',
    data: { method: 'GET', url: 'https://api.example.com/', saveAs: 'reply' },
    exits: { ok: 'one' },
  },
  one: ask('One?', 'one', 'two'),
  two: ask('Two?', 'two', 'three'),
  three: ask('Three?', 'three', 'end'),
  end: { type: 'end', data: { outcome: 'achieved' } },
} as const;

function sessionOf(nodes: Readonly<Record<string, NodeSketch>>): Session {
  return newSession(compileFlow({ graph: graphOf(nodes), subflows: {} }, { matchesPattern: () => true }), 'ses_1');
}

function take(session: Session, inputs: readonly SessionInput[], atMs = 0) {
  let current = session;
  const events: SessionEvent[] = [];
  const effects: Effect[] = [];
  for (const input of inputs) {
    const [next, asked, logged] = advanceSession(current, input, new Date(atMs));
    current = next;
    effects.push(...asked);
    events.push(...logged);
  }
  return { session: current, state: current.state, events, effects, types: events.map(({ type }) => type) };
}

describe('a session', () => {
  it('starts its flow with the first event, numbered and stamped', () => {
    const { events, state } = take(sessionOf(echo), [started], 1000);
    expect(events.map(({ seq, type }) => [seq, type])).toEqual([
      [1, 'sessionStarted'],
      [2, 'nodeEntered'],
      [3, 'nodeEntered'],
      [4, 'message'],
      [5, 'inputRequested'],
    ]);
    expect(new Set(events.map(({ at }) => at))).toEqual(new Set(['1970-01-01T00:00:01.000Z']));
    expect(events[3]).toMatchObject({ text: 'Say something, Ida' });
    expect(state).toMatchObject({ status: 'active', lastSeq: 5, mode: 'chat', inactiveAt: '1970-01-01T00:01:01.000Z' });
  });

  it('takes nothing before it has started, and starts once', () => {
    const fresh = sessionOf(echo);
    for (const input of [say('hi'), leave, responded])
      expect(advanceSession(fresh, input, new Date(0))).toEqual([fresh, [], []]);
    const { session } = take(fresh, [started]);
    expect(advanceSession(session, started, new Date(0))).toEqual([session, [], []]);
  });

  it('answers a message in the same turn', () => {
    const { session } = take(sessionOf(echo), [started]);
    const { types, state } = take(session, [say('hello')], 5000);
    expect(types).toEqual([
      'message',
      'variableSet',
      'nodeEntered',
      'actionShown',
      'nodeEntered',
      'message',
      'inputRequested',
    ]);
    expect(state.inactiveAt).toBe('1970-01-01T00:01:05.000Z');
  });

  it('records what a visitor sent, and how it reads', () => {
    const options = [{ id: 'a', label: 'Apples' }];
    const nodes = {
      start: { type: 'start', exits: { '': 'ask' } },
      ask: {
        type: 'ask',
        data: { prompt: '?', input: { kind: 'choices', options }, variable: 'x' },
        exits: { '': 'ask' },
      },
    } as const;
    const chosen: SessionInput = { type: 'message', from: 'visitor', text: '', choice: ['a'], clientMessageId: 'c1' };
    const unknown: SessionInput = { type: 'message', from: 'visitor', text: '', choice: 'z' };
    const { events } = take(sessionOf(nodes), [started, chosen, unknown]);
    const sent = events.filter((event) => event.type === 'message' && event.from === 'visitor');
    expect(sent).toMatchObject([
      { text: 'Apples', choice: ['a'], clientMessageId: 'c1' },
      { text: 'z', choice: 'z' },
    ]);
  });
});

describe('messages sent while the flow waits for the outside world', () => {
  it('wait their turn and are read in order, each by the question it meets', () => {
    const { session, effects } = take(sessionOf(calling), [started]);
    expect(effects).toMatchObject([{ type: 'callHttp', id: 'e1' }]);
    const queued = take(session, [say('first'), say('second')]);
    expect(queued.types).toEqual(['message', 'message']);
    expect(queued.state.pending.map(({ text }) => text)).toEqual(['first', 'second']);
    const after = take(queued.session, [responded]);
    expect(after.state.position).toMatchObject({ at: { nodeId: 'three' }, variables: { one: 'first', two: 'second' } });
    expect(after.state.pending).toEqual([]);
    expect(after.events.filter(({ type }) => type === 'message')).toHaveLength(3);
  });

  it('are refused beyond the limit', () => {
    const { session } = take(sessionOf(calling), [
      started,
      ...Array.from({ length: pendingLimit - 1 }, () => say('x')),
    ]);
    expect(canQueue(session.state)).toBe(true);
    const full = take(session, [say('x')]).session;
    expect(canQueue(full.state)).toBe(false);
    expect(advanceSession(full, say('x'), new Date(0))).toEqual([full, [], []]);
  });

  it('do not run into an inactivity deadline: an answer is owed', () => {
    const { session } = take(sessionOf(calling), [started]);
    expect(session.state.inactiveAt).toBeNull();
    expect(take(session, [say('x')]).state.inactiveAt).toBeNull();
    expect(take(session, [responded], 9000).state.inactiveAt).toBe('1970-01-01T00:01:09.000Z');
  });

  it('are dropped from the queue when the flow ends first', () => {
    const { session } = take(sessionOf({ ...calling, one: { type: 'handoff' } }), [started, say('x')]);
    expect(take(session, [responded]).state).toMatchObject({ status: 'ended', endReason: 'handedOff', pending: [] });
  });
});

describe('a result that nothing waits for', () => {
  it.each<[string, SessionInput]>([
    ['of another effect', { ...responded, effectId: 'e2' }],
    ['of another kind', { type: 'timerElapsed', effectId: 'e2' }],
  ])('changes nothing: %s', (_, input) => {
    const { session } = take(sessionOf(calling), [started]);
    expect(advanceSession(session, input, new Date(0))).toEqual([session, [], []]);
  });

  it('changes nothing when it comes twice', () => {
    const { session } = take(sessionOf(calling), [started, responded]);
    expect(advanceSession(session, responded, new Date(0))).toEqual([session, [], []]);
  });
});

describe('an action', () => {
  it('can be taken once it was shown, and is a sign of the visitor', () => {
    const taken: SessionInput = { type: 'actionTaken', actionId: 'card' };
    const { session } = take(sessionOf(echo), [started]);
    expect(advanceSession(session, taken, new Date(0))).toEqual([session, [], []]);
    const shown = take(session, [say('x'), say('y')]).session;
    expect(shown.state.shownActions).toEqual(['card']);
    const after = take(shown, [taken], 7000);
    expect(after.types).toEqual(['actionTaken']);
    expect(after.state.inactiveAt).toBe('1970-01-01T00:01:07.000Z');
  });
});

describe('an end', () => {
  it('by the flow is evaluated', () => {
    const { state, effects, events } = take(sessionOf(calling), [started, responded, say('1'), say('2'), say('3')]);
    expect(events.at(-1)).toMatchObject({ type: 'sessionEnded', reason: 'flowFinished', outcome: 'achieved' });
    expect(effects.at(-1)).toEqual({ type: 'evaluateGoal' });
    expect(state).toMatchObject({ status: 'ended', endReason: 'flowFinished', inactiveAt: null });
  });

  it.each(['visitorLeft', 'inactivity', 'ownerClosed', 'failed'] as const)(
    'from outside is evaluated: %s',
    (reason) => {
      const { session } = take(sessionOf(echo), [started]);
      const { events, effects, state } = take(session, [{ type: 'sessionEnded', reason }]);
      expect(events).toMatchObject([{ type: 'sessionEnded', reason }]);
      expect(effects).toEqual([{ type: 'evaluateGoal' }]);
      expect(state).toMatchObject({ status: 'ended', endReason: reason, inactiveAt: null });
    },
  );

  it('is final: nothing is accepted but an evaluation', () => {
    const { session } = take(sessionOf(echo), [started, say('x'), leave]);
    for (const input of [started, say('x'), leave, responded, { type: 'actionTaken', actionId: 'card' } as const]) {
      expect(advanceSession(session, input, new Date(0))).toEqual([session, [], []]);
    }
    const evaluated = take(session, [{ type: 'sessionEvaluated', outcome: 'unjudged', reason: 'x', by: 'none' }]);
    expect(evaluated.types).toEqual(['sessionEvaluated']);
    expect(evaluated.state).toMatchObject({ evaluated: true, lastSeq: session.state.lastSeq + 1 });
  });

  it('cannot be evaluated before it has come', () => {
    const { session } = take(sessionOf(echo), [started]);
    const input: SessionInput = { type: 'sessionEvaluated', outcome: 'unjudged', reason: 'x', by: 'none' };
    expect(advanceSession(session, input, new Date(0))).toEqual([session, [], []]);
  });
});
