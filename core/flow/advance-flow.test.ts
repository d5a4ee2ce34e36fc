import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../json.ts';
import type { NewEvent } from '../session/session-event.ts';
import { advanceFlow } from './advance-flow.ts';
import { compileFlow } from './compile-flow.ts';
import type { FlowEvent, Position } from './flow.ts';
import { graphOf, type NodeSketch } from './testing/graph-of.ts';

type Nodes = Readonly<Record<string, NodeSketch>>;

const started: FlowEvent = { type: 'sessionStarted', mode: 'chat', language: 'en', timeoutMs: 1, attributes: {} };
const say = (text: string): FlowEvent => ({ type: 'message', from: 'visitor', text });
const message = (text: string, next?: string): NodeSketch => ({
  type: 'message',
  data: { text },
  ...(next && { exits: { '': next } }),
});
const callOf = (flowId: string, next?: string): NodeSketch => ({
  type: 'subflow',
  data: { flowId },
  ...(next && { exits: { '': next } }),
});
const set = (variable: string, value: JsonValue, next: string): NodeSketch => ({
  type: 'set',
  data: { variable, value },
  exits: { '': next },
});

function run(main: Nodes, subflows: Readonly<Record<string, Nodes>>, inputs: readonly FlowEvent[]) {
  const carried = Object.entries(subflows).map(([id, nodes]) => [id, { name: id, number: 1, graph: graphOf(nodes) }]);
  const content = { graph: graphOf(main), subflows: Object.fromEntries(carried) };
  const flow = compileFlow(content, { matchesPattern: () => true });
  const context = { sessionId: 'ses_1', language: 'en', attributes: {} };
  let position: Position | null = null;
  const events: NewEvent[] = [];
  for (const input of inputs) {
    const [next, , said] = advanceFlow(flow, position, input, context);
    position = next;
    events.push(...said);
  }
  return { position, events, texts: events.flatMap((event) => (event.type === 'message' ? [event.text] : [])) };
}

describe('a subflow', () => {
  const asking: Nodes = {
    start: { type: 'start', exits: { '': 'ask' } },
    ask: { type: 'ask', data: { prompt: 'Name?', input: { kind: 'text' }, variable: 'name' }, exits: { '': 'end' } },
    end: { type: 'end', data: { message: 'Noted.', outcome: 'achieved' } },
  };
  const main: Nodes = {
    start: { type: 'start', exits: { '': 'call' } },
    call: callOf('sub', 'after'),
    after: message('Hi {{var.name}}'),
  };

  it('waits inside, and its end returns to the caller with the variables shared', () => {
    const waiting = run(main, { sub: asking }, [started]);
    expect(waiting.position).toMatchObject({ at: { flowId: 'sub', nodeId: 'ask' }, callers: [{ nodeId: 'call' }] });
    const done = run(main, { sub: asking }, [started, say('Ida')]);
    expect(done.texts).toEqual(['Name?', 'Noted.', 'Hi Ida']);
    expect(done.events.at(-1)).toEqual({ type: 'sessionEnded', reason: 'flowFinished' });
    expect(done.position).toMatchObject({ at: { nodeId: 'after' }, callers: [], waiting: null });
  });

  it('names its flow in what it enters and asks', () => {
    const { events } = run(main, { sub: asking }, [started]);
    expect(events).toContainEqual({ type: 'nodeEntered', flowId: 'sub', nodeId: 'ask', nodeType: 'ask' });
    expect(events).toContainEqual({ type: 'inputRequested', flowId: 'sub', nodeId: 'ask', input: { kind: 'text' } });
  });

  it('returns by an unwired exit, through callers that have nothing left to do', () => {
    const inner: Nodes = { start: { type: 'start', exits: { '': 'say' } }, say: message('inner') };
    const outer: Nodes = { start: { type: 'start', exits: { '': 'call' } }, call: callOf('inner') };
    const { texts } = run({ ...main, call: callOf('outer', 'after') }, { outer, inner }, [started]);
    expect(texts).toEqual(['inner', 'Hi ']);
  });

  it('ends the session with a handoff, wherever it is', () => {
    const handing: Nodes = { start: { type: 'start', exits: { '': 'h' } }, h: { type: 'handoff' } };
    expect(run(main, { sub: handing }, [started]).events.at(-1)).toEqual({ type: 'sessionEnded', reason: 'handedOff' });
  });

  it('that calls itself ends the session at the limit', () => {
    const itself: Nodes = { start: { type: 'start', exits: { '': 'call' } }, call: callOf('sub') };
    const { events } = run(main, { sub: itself }, [started]);
    expect(events.at(-1)).toMatchObject({ type: 'sessionEnded', reason: 'limitReached' });
    expect(events.filter((event) => event.type === 'nodeEntered' && event.nodeType === 'subflow')).toHaveLength(51);
  });
});

describe('a turn', () => {
  it('ends the session after 1,000 steps', () => {
    const { events } = run({ start: { type: 'start', exits: { '': 'a' } }, a: message('x', 'a') }, {}, [started]);
    expect(events.at(-1)).toMatchObject({ type: 'sessionEnded', reason: 'limitReached' });
    expect(events.filter((event) => event.type === 'nodeEntered')).toHaveLength(1000);
  });

  it.each<[JsonValue, string]>([
    ['{{var.x}}{{var.x}}', 'The turn wrote more than 1000000 characters.'],
    [['{{var.x}}', '{{var.x}}'], 'The variable x grew too large.'],
  ])('ends the session when a variable grows without bound: %j', (doubled, detail) => {
    const main = {
      start: { type: 'start', exits: { '': 'a' } },
      a: set('x', 'ab', 'b'),
      b: set('x', doubled, 'b'),
    } as const;
    const { events } = run(main, {}, [started]);
    expect(events.at(-1)).toEqual({ type: 'sessionEnded', reason: 'limitReached', detail });
  });

  it('is unmoved by what it does not wait for', () => {
    const main: Nodes = {
      start: { type: 'start', exits: { '': 'm' } },
      m: { type: 'message', data: { text: 'x', delayMs: 5 } },
    };
    const before = run(main, {}, [started]);
    const after = run(main, {}, [started, say('hello?'), started, { type: 'timerElapsed', effectId: 'e9' }]);
    expect(after).toEqual(before);
  });
});

describe('a choice', () => {
  const main: Nodes = {
    start: { type: 'start', exits: { '': 'ask' } },
    ask: {
      type: 'ask',
      data: {
        prompt: 'Plan?',
        input: { kind: 'choice', options: [{ id: 'pro', label: 'The *Pro* plan' }] },
        variable: 'plan',
      },
      exits: { '': 'say' },
    },
    say: message('{{var.plan}}', 'set'),
    set: set('plan', 'other', 'again'),
    again: message('{{var.plan}}'),
  };

  it('is kept by its id and shown by its label, until the variable is set to something else', () => {
    const { events, texts, position } = run(main, {}, [started, say('1')]);
    expect(events).toContainEqual({ type: 'variableSet', variable: 'plan', value: 'pro' });
    expect(texts).toEqual(['Plan?', 'The \\*Pro\\* plan', 'other']);
    expect(position?.labels).toEqual({});
  });
});
