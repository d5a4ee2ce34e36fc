import type { Flow } from '../flow/flow.ts';
import { advanceSession, newSession } from './advance-session.ts';
import type { Session } from './session.ts';
import type { SessionEvent, SessionInput } from './session-event.ts';

/**
 * The session after a prefix of its log, on the version it ran on: the inputs among the events are taken again,
 * each at its own time, and everything else follows from them. A prefix that stops within a turn gives the state
 * at the end of that turn.
 */
export function replaySession(flow: Flow, id: string, events: readonly SessionEvent[]): Session {
  let session = newSession(flow, id);
  for (const event of events) {
    if (!isInput(event)) continue;
    const { seq: _, at, ...input } = event;
    [session] = advanceSession(session, input, new Date(at));
  }
  return session;
}

/** Whether an event came from outside the core; every other one is derived. */
export function isInput(event: SessionEvent): event is SessionEvent & SessionInput {
  switch (event.type) {
    case 'sessionStarted':
    case 'actionTaken':
    case 'httpResponded':
    case 'timerElapsed':
    case 'twinReplied':
    case 'textClassified':
    case 'stopRequested':
    case 'sessionEvaluated':
      return true;
    case 'message':
      return event.from === 'visitor';
    case 'sessionEnded':
      return event.reason === 'visitorLeft' || isOutside(event.reason);
    default:
      return false;
  }
}

function isOutside(reason: string): boolean {
  return reason === 'inactivity' || reason === 'ownerClosed' || reason === 'failed';
}
