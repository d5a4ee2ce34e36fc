import type { EventOf, SessionEvent, SessionEventType } from '../core/session/session-event.ts';

const visitorTypes = [
  'sessionStarted',
  'message',
  'inputRequested',
  'inputRejected',
  'actionShown',
  'actionTaken',
  'emailCollected',
  'handoffRequested',
  'sessionEnded',
] as const satisfies readonly SessionEventType[];
type VisitorType = (typeof visitorTypes)[number];

/** A session event as its visitor may see it. */
export type VisitorEvent =
  | Exclude<EventOf<VisitorType>, { type: 'sessionStarted' | 'sessionEnded' | 'handoffRequested' }>
  | Pick<EventOf<'sessionStarted'>, 'seq' | 'at' | 'type' | 'mode' | 'language'>
  | Pick<EventOf<'sessionEnded'>, 'seq' | 'at' | 'type' | 'reason'>
  | Pick<EventOf<'handoffRequested'>, 'seq' | 'at' | 'type'>;

/**
 * A piece of an answer that is being written, as the stream's event `delta` carries it, without an id. `offset` counts
 * the characters (UTF-16 code units) of the answer before the piece; 0 begins the answer anew.
 */
export interface AnswerDelta {
  readonly effectId: string;
  readonly offset: number;
  readonly text: string;
}

/** The visitor's view of an event: null for what is not the visitor's, and without attributes, notes or the flow's own verdict. */
export function toVisitorEvent(event: SessionEvent): VisitorEvent | null {
  switch (event.type) {
    case 'sessionStarted':
      return { seq: event.seq, at: event.at, type: event.type, mode: event.mode, language: event.language };
    case 'sessionEnded':
      return { seq: event.seq, at: event.at, type: event.type, reason: event.reason };
    case 'handoffRequested':
      return { seq: event.seq, at: event.at, type: event.type };
    case 'message':
    case 'inputRequested':
    case 'inputRejected':
    case 'actionShown':
    case 'actionTaken':
    case 'emailCollected':
      return event;
    case 'nodeEntered':
    case 'variableSet':
    case 'splitDrawn':
    case 'httpResponded':
    case 'timerElapsed':
    case 'twinReplied':
    case 'textClassified':
    case 'stopRequested':
    case 'factLearned':
    case 'sessionEvaluated':
      return null;
  }
}
