import { pendingLimit, type SessionState } from './session.ts';
import type { SessionInput } from './session-event.ts';

/**
 * Whether the session takes an input as it stands: started first and once; messages while there is room;
 * actions that were shown; results of the effect awaited; an end once; an evaluation only after the end, and
 * nothing else then.
 */
export function acceptsInput(state: SessionState, input: SessionInput): boolean {
  const isStarted = state.lastSeq > 0;
  if (input.type === 'sessionStarted') return !isStarted;
  if (input.type === 'sessionEvaluated') return state.status === 'ended';
  if (!isStarted || state.status === 'ended') return false;
  switch (input.type) {
    case 'message':
      return canQueue(state);
    case 'actionTaken':
      return state.shownActions.includes(input.actionId);
    case 'httpResponded':
    case 'timerElapsed':
    case 'twinReplied':
    case 'textClassified':
    case 'stopRequested':
      return isAwaited(state, input.effectId);
    case 'sessionEnded':
      return true;
  }
}

/** Whether there is room for one more visitor message. */
export function canQueue(state: Pick<SessionState, 'pending'>): boolean {
  return state.pending.length < pendingLimit;
}

function isAwaited({ position }: SessionState, effectId: string): boolean {
  const waiting = position?.waiting;
  return waiting?.kind === 'effect' && waiting.effectId === effectId;
}
