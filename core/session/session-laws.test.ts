import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFlow } from '../flow/compile-flow.ts';
import type { Flow } from '../flow/flow.ts';
import { inputKinds } from '../flow/node-data.ts';
import { graphOf, type NodeSketch } from '../flow/testing/graph-of.ts';
import type { JsonValue } from '../json.ts';
import { advanceSession, newSession } from './advance-session.ts';
import { replaySession } from './replay-session.ts';
import type { Session } from './session.ts';
import { type SessionEvent, type SessionInput, sessionEventSchema } from './session-event.ts';

/** Words that mean something to graphs, templates and inputs made of the same few words. */
const word = fc.constantFrom(
  'a',
  'b',
  'n1',
  'yes',
  '2',
  '1, 2',
  'a@b.org',
  '2027-01-31',
  '',
  '{{var.a}}',
  '{{secret.KEY}}',
  '__proto__',
  'constructor',
);
const template = fc
  .array(
    fc.oneof(
      word,
      fc.constantFrom('{{var.a | x}}', '{{var.b.body.0}}', '{{contact.a}}', '{{var.constructor}}', '{{', '}}', '*'),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(' '));
const text = template.map((made) => made || 'x');
const variable = fc.constantFrom('a', 'b', '__proto__', 'constructor');
const json: fc.Arbitrary<JsonValue> = fc.oneof(
  template,
  word,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(word, { maxLength: 3 }),
  fc.dictionary(word, template, { maxKeys: 3 }),
);
const options = fc.constant([
  { id: 'a', label: 'A {{var.a}}' },
  { id: 'b', label: 'yes' },
]);

const optionKinds = ['choice', 'choices'] as const;
const valueKinds = inputKinds.filter((kind) => kind !== 'file' && !optionKinds.some((known) => known === kind));
const input = fc.oneof(
  fc.record({ kind: fc.constantFrom(...optionKinds), options }),
  fc.record({ kind: fc.constantFrom(...valueKinds), pattern: fc.constantFrom('a+') }, { requiredKeys: ['kind'] }),
);
const groups = fc
  .record({ attribute: fc.constantFrom('var.a', 'var.b', 'contact.a', 'var.constructor'), value: word })
  .map(({ attribute, value }) => [{ filters: [{ attribute, operator: 'equals', value: value || 'x' }] }]);

/** Data of every node type that can run; nodes are named n0 to n9, subflows s0 and s1. */
const nodeId = fc.integer({ min: 0, max: 9 }).map((index) => `n${index}`);
const sketch = fc.oneof(
  fc.record({ type: fc.constant('message' as const), data: fc.record({ text, delayMs: fc.constantFrom(0, 5) }) }),
  fc.record({
    type: fc.constant('ask' as const),
    data: fc.record(
      { prompt: text, input, variable, retryMessage: template, maxRetries: fc.constantFrom(0, 1) },
      { requiredKeys: ['prompt', 'input', 'variable'] },
    ),
  }),
  fc.record({
    type: fc.constant('condition' as const),
    data: groups.map((made) => ({ branches: [{ id: 'a', groups: made }] })),
  }),
  fc.record({ type: fc.constant('set' as const), data: fc.record({ variable, value: json }) }),
  fc.record({
    type: fc.constant('http' as const),
    data: fc.record({
      method: fc.constantFrom('GET', 'POST'),
      url: text,
      headers: fc.constant({ X: '{{var.a}}' }),
      body: json,
      saveAs: variable,
    }),
  }),
  fc.record({ type: fc.constant('jump' as const), data: fc.record({ nodeId }) }),
  fc.record({ type: fc.constant('subflow' as const), data: fc.record({ flowId: fc.constantFrom('s0', 's1') }) }),
  fc.record({
    type: fc.constant('split' as const),
    data: fc.record({
      branches: fc.constant([
        { id: 'a', weight: 1 },
        { id: 'b', weight: 2 },
      ]),
    }),
  }),
  fc.record({ type: fc.constant('collectEmail' as const), data: fc.record({ prompt: text }) }),
  fc.record({
    type: fc.constant('callToAction' as const),
    data: fc.record({ label: text, url: text, description: template }),
  }),
  fc.record({ type: fc.constant('handoff' as const), data: fc.record({ message: template, note: template }) }),
  fc.record({
    type: fc.constant('end' as const),
    data: fc.record(
      { message: template, outcome: fc.constantFrom('achieved', 'notAchieved') },
      { requiredKeys: ['message'] },
    ),
  }),
);
const exits = fc.dictionary(fc.constantFrom('', 'a', 'b', 'else', 'ok', 'failed'), nodeId, { minKeys: 2, maxKeys: 6 });

const nodes = fc.tuple(nodeId, fc.array(fc.tuple(sketch, exits), { minLength: 10, maxLength: 10 })).map(
  ([first, made]): Readonly<Record<string, NodeSketch>> => ({
    start: { type: 'start', exits: { '': first } },
    ...Object.fromEntries(
      made.map(([{ type, data }, wired], index) => [
        `n${index}`,
        { type, data: data as NodeSketch['data'], exits: wired },
      ]),
    ),
  }),
);
const flow = fc.tuple(nodes, nodes, nodes).map(([main, s0, s1]): Flow => {
  const carried = {
    s0: { name: 's0', number: 1, graph: graphOf(s0) },
    s1: { name: 's1', number: 1, graph: graphOf(s1) },
  };
  return compileFlow(
    { graph: graphOf(main), subflows: carried },
    { matchesPattern: (_, given) => given.startsWith('a') },
  );
});

const effectId = fc.integer({ min: 1, max: 6 }).map((count) => `e${count}`);
const attributes = fc.dictionary(fc.constantFrom('contact', 'page'), fc.dictionary(word, json, { maxKeys: 3 }));
const start = attributes.map(
  (given): SessionInput => ({
    type: 'sessionStarted',
    mode: 'chat',
    language: 'de-AT',
    timeoutMs: 60_000,
    attributes: given,
  }),
);
const laterInput: fc.Arbitrary<SessionInput> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('message' as const),
      from: fc.constant('visitor' as const),
      text: fc.oneof(word, fc.string()),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('message' as const),
      from: fc.constant('visitor' as const),
      text: fc.constant(''),
      choice: fc.oneof(word, fc.array(word, { maxLength: 3 })),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('message' as const),
      from: fc.constant('visitor' as const),
      text: fc.constant(''),
      value: json,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('httpResponded' as const),
      effectId,
      nodeId,
      status: fc.constantFrom(0, 200, 500),
      body: json,
    }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('timerElapsed' as const), effectId }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('actionTaken' as const), actionId: nodeId }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('sessionEnded' as const),
      reason: fc.constantFrom('visitorLeft' as const, 'inactivity' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant({
      type: 'sessionEvaluated' as const,
      outcome: 'unjudged' as const,
      reason: 'x',
      by: 'none' as const,
    }),
  },
);
/** Each input a second after the one before; a result is for the effect awaited more often than chance would have it. */
const inputs = fc.tuple(start, fc.array(laterInput, { maxLength: 25 })).map(([first, later]) => [first, ...later]);

interface Turn {
  readonly session: Session;
  readonly events: readonly SessionEvent[];
}

function play(ran: Flow, given: readonly SessionInput[]): Turn[] {
  const turns: Turn[] = [];
  let session = newSession(ran, 'ses_1');
  for (const [index, one] of given.entries()) {
    const waiting = session.state.position?.waiting;
    const awaited =
      'effectId' in one && waiting?.kind === 'effect' && index % 4 ? { ...one, effectId: waiting.effectId } : one;
    const [next, , events] = advanceSession(session, awaited, new Date(index * 1000));
    turns.push({ session: next, events });
    session = next;
  }
  return turns;
}

const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('whatever the graph and whatever comes in', () => {
  it('every turn ends, without throwing, and logs events of known shape in gapless order', () => {
    fc.assert(
      fc.property(flow, inputs, (ran, given) => {
        const log = play(ran, given).flatMap(({ events }) => events);
        expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
        for (const event of log) expect(sessionEventSchema.safeParse(asStored(event)).error).toBeUndefined();
      }),
    );
  });

  it('replaying the stored log up to any turn gives the stored state after it', () => {
    fc.assert(
      fc.property(flow, inputs, (ran, given) => {
        const log: unknown[] = [];
        for (const { session, events } of play(ran, given)) {
          log.push(...events.map(asStored));
          expect(asStored(replaySession(ran, 'ses_1', log as SessionEvent[]).state)).toEqual(asStored(session.state));
        }
      }),
    );
  });

  it('a state that was stored and read goes on exactly as one kept in memory', () => {
    fc.assert(
      fc.property(flow, inputs, laterInput, (ran, given, last) => {
        const { session } = play(ran, given).at(-1) ?? { session: newSession(ran, 'ses_1') };
        const stored = { flow: ran, state: asStored(session.state) as Session['state'] };
        const [inMemory, ...memory] = advanceSession(session, last, new Date(99_000));
        const [fromStore, ...store] = advanceSession(stored, last, new Date(99_000));
        expect(asStored([fromStore.state, store])).toEqual(asStored([inMemory.state, memory]));
      }),
    );
  });

  it('an ended session accepts nothing but its evaluation', () => {
    fc.assert(
      fc.property(flow, inputs, laterInput, (ran, given, last) => {
        const [ended] = play(ran, [...given, { type: 'sessionEnded', reason: 'ownerClosed' }]).slice(-1);
        if (!ended) throw new Error('no turn was played');
        expect(ended.session.state.status).toBe('ended');
        fc.pre(last.type !== 'sessionEvaluated');
        expect(advanceSession(ended.session, last, new Date(99_000))).toEqual([ended.session, [], []]);
      }),
    );
  });

  it('an active session waits for the visitor or for the outside world, and messages wait only for the latter', () => {
    fc.assert(
      fc.property(flow, inputs, (ran, given) => {
        for (const { session } of play(ran, given)) {
          const { status, position, pending, inactiveAt } = session.state;
          const waiting = status === 'active' ? position?.waiting?.kind : 'nothing';
          expect(waiting).toBeDefined();
          if (waiting !== 'effect') expect(pending).toEqual([]);
          expect(inactiveAt !== null).toBe(waiting === 'input');
        }
      }),
    );
  });
});
