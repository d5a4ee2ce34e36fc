import type { Flow } from '../../../../core/flow/flow.ts';
import type { JsonValue } from '../../../../core/json.ts';
import { advanceSession, newSession } from '../../../../core/session/advance-session.ts';
import type { AnsweredEffect } from '../../../../core/session/effect.ts';
import type { Session } from '../../../../core/session/session.ts';
import type { SessionEvent, SessionInput } from '../../../../core/session/session-event.ts';
import { isSetUp } from './runnable-graph.ts';

/** A draft being tried: the session as the core runs it, all that happened, and what it waits for outside. */
export interface TestRun {
  readonly session: Session;
  readonly events: readonly SessionEvent[];
  /** What the outside world still owes an answer to. */
  readonly awaited: AnsweredEffect | null;
}

export type TestAttributes = Readonly<Record<string, Readonly<Record<string, JsonValue>>>>;

export function startTest(
  flow: Flow,
  options: { readonly id: string; readonly language: string; readonly attributes: TestAttributes },
  now: Date,
): TestRun {
  const { id, language, attributes } = options;
  const idle: TestRun = { session: newSession(flow, id), events: [], awaited: null };
  const timeoutMs = 24 * 60 * 60_000;
  return advanceTest(idle, { type: 'sessionStarted', mode: 'chat', language, timeoutMs, attributes }, now);
}

/** One turn of the test. */
export function advanceTest(run: TestRun, input: SessionInput, now: Date): TestRun {
  const [session, effects, events] = advanceSession(run.session, input, now);
  if (session === run.session) return run;
  const asked = effects.filter((effect): effect is AnsweredEffect => effect.type !== 'evaluateGoal');
  const { waiting } = session.state.position ?? {};
  const stillAwaited = waiting?.kind === 'effect' && run.awaited?.id === waiting.effectId ? run.awaited : null;
  return { session, events: [...run.events, ...events], awaited: asked.at(-1) ?? stillAwaited };
}

/** The path a test has taken over the canvas, through the flow itself; a subflow counts as the node that calls it. */
export interface TestPath {
  /** Where the conversation stands; null before it began and once it is over. */
  readonly live: string | null;
  readonly nodes: ReadonlySet<string>;
  /** Pairs of nodes passed one after the other, as `linkKey` writes them. */
  readonly links: ReadonlySet<string>;
}

export function pathOf(run: TestRun): TestPath {
  const visited = run.events.flatMap((event) =>
    event.type === 'nodeEntered' && event.flowId === undefined && !isSetUp(event.nodeId) ? [event.nodeId] : [],
  );
  const links = visited.slice(1).map((nodeId, index) => linkKey(visited[index] ?? '', nodeId));
  const isOver = run.session.state.status === 'ended';
  return { live: isOver ? null : (visited.at(-1) ?? null), nodes: new Set(visited), links: new Set(links) };
}

export function linkKey(source: string, target: string): string {
  return JSON.stringify([source, target]);
}

/** The node of the flow itself that the conversation came to last. */
export function lastNode(run: TestRun): string | null {
  const entered = run.events.findLast((event) => event.type === 'nodeEntered' && event.flowId === undefined);
  return entered?.type === 'nodeEntered' ? entered.nodeId : null;
}

/** What the conversation waits for the tester to say; null where it waits for nothing. */
export function requestedInput(run: TestRun): Extract<SessionEvent, { type: 'inputRequested' }> | null {
  const { state } = run.session;
  if (state.status === 'ended' || state.position?.waiting?.kind !== 'input') return null;
  const request = run.events.findLast((event) => event.type === 'inputRequested');
  return request?.type === 'inputRequested' ? request : null;
}
