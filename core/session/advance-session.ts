import { advanceFlow, textOf } from '../flow/advance-flow.ts';
import type { Flow, FlowContext, FlowEvent, VisitorMessage } from '../flow/flow.ts';
import { acceptsInput } from './accepts-input.ts';
import type { Effect } from './effect.ts';
import type { Session, SessionState } from './session.ts';
import type { NewEvent, SessionEvent, SessionInput } from './session-event.ts';

/**
 * One turn: takes an input into the session and lets the flow answer it. Returns the session after it, what the
 * outside world is asked to do, and the events to append to the log, numbered from `lastSeq + 1` and stamped with
 * `now`. An input the session does not accept changes nothing and leaves no event.
 */
export function advanceSession(session: Session, input: SessionInput, now: Date): [Session, Effect[], SessionEvent[]] {
  const { flow, state } = session;
  if (!acceptsInput(state, input)) return [session, [], []];
  const turn: SessionTurn = {
    flow,
    state,
    at: now.toISOString(),
    firstSeq: state.lastSeq + 1,
    events: [],
    effects: [],
  };
  take(turn, input);
  const next = { ...turn.state, lastSeq: state.lastSeq + turn.events.length, inactiveAt: deadlineOf(turn.state, now) };
  return [{ flow, state: next }, turn.effects, turn.events];
}

/** A session before its first event, which is `sessionStarted`. */
export function newSession(flow: Flow, id: string): Session {
  const state: SessionState = {
    id,
    status: 'active',
    mode: 'chat',
    language: 'en',
    attributes: {},
    lastSeq: 0,
    position: null,
    pending: [],
    timeoutMs: 0,
    inactiveAt: null,
    shownActions: [],
    evaluated: false,
  };
  return { flow, state };
}

/** A turn under way; gone when it ends. */
interface SessionTurn {
  readonly flow: Flow;
  readonly at: string;
  readonly firstSeq: number;
  readonly events: SessionEvent[];
  readonly effects: Effect[];
  state: SessionState;
}

function take(turn: SessionTurn, input: SessionInput): void {
  switch (input.type) {
    case 'message':
      takeMessage(turn, input);
      break;
    case 'sessionStarted': {
      const { mode, language, timeoutMs, attributes } = input;
      turn.state = { ...turn.state, mode, language, timeoutMs, attributes };
      advance(turn, record(turn, input));
      break;
    }
    case 'httpResponded':
    case 'timerElapsed':
    case 'twinReplied':
    case 'textClassified':
      advance(turn, record(turn, input));
      break;
    case 'actionTaken':
    case 'stopRequested':
    case 'sessionEnded':
    case 'sessionEvaluated':
      record(turn, input);
      break;
  }
}

/** Answered at once where the flow asks for something; else kept until it does. */
function takeMessage(turn: SessionTurn, input: VisitorMessage): void {
  const { flow, state } = turn;
  const text = textOf(flow, state.position, input, contextOf(state));
  const message = record(turn, { ...input, text });
  if (waitsForInput(state)) advance(turn, message);
  else turn.state = { ...state, pending: [...state.pending, message] };
}

/** Moves the flow, then lets it read what waited for it to ask again. */
function advance(turn: SessionTurn, event: FlowEvent): void {
  advanceOnce(turn, event);
  while (waitsForInput(turn.state)) {
    const [next, ...pending] = turn.state.pending;
    if (!next) return;
    turn.state = { ...turn.state, pending };
    advanceOnce(turn, next);
  }
}

function advanceOnce(turn: SessionTurn, event: FlowEvent): void {
  const { flow, state } = turn;
  const [position, effects, events] = advanceFlow(flow, state.position, event, contextOf(state));
  turn.state = { ...state, position };
  turn.effects.push(...effects);
  for (const derived of events) record(turn, derived);
}

/** Appends an event to the log. */
function record<Event extends NewEvent>(turn: SessionTurn, event: Event): Event & { seq: number; at: string } {
  const stamped = { seq: turn.firstSeq + turn.events.length, at: turn.at, ...event };
  turn.events.push(stamped);
  follow(turn, event);
  return stamped;
}

/** What an event by itself means for the session. */
function follow(turn: SessionTurn, event: NewEvent): void {
  switch (event.type) {
    case 'actionShown':
      turn.state = withAction(turn.state, event.actionId);
      break;
    case 'sessionEnded':
      turn.state = { ...turn.state, status: 'ended', endReason: event.reason, pending: [] };
      turn.effects.push({ type: 'evaluateGoal' });
      break;
    case 'sessionEvaluated':
      turn.state = { ...turn.state, evaluated: true };
      break;
  }
}

function withAction(state: SessionState, actionId: string): SessionState {
  const { shownActions } = state;
  return shownActions.includes(actionId) ? state : { ...state, shownActions: [...shownActions, actionId] };
}

/** No deadline while the flow owes the visitor an answer: the outside world is slow, not the visitor. */
function deadlineOf({ status, position, timeoutMs }: SessionState, now: Date): string | null {
  const isVisitorsTurn = status === 'active' && position?.waiting?.kind === 'input';
  return isVisitorsTurn ? new Date(now.getTime() + timeoutMs).toISOString() : null;
}

function waitsForInput({ status, position }: SessionState): boolean {
  return status === 'active' && position?.waiting?.kind === 'input';
}

function contextOf({ id, language, attributes }: SessionState): FlowContext {
  return { sessionId: id, language, attributes };
}
