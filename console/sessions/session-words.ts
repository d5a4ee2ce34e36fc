import type { Evaluation, SessionSummary } from '../../contract/sessions.ts';
import type { EndReason } from '../../core/session/session-event.ts';
import type { Tone } from '../ui/badge.tsx';

/** How a session went, in words. */
export const outcomeWords: Readonly<Record<Evaluation['outcome'], { readonly label: string; readonly tone: Tone }>> = {
  achieved: { label: 'Achieved', tone: 'good' },
  notAchieved: { label: 'Not achieved', tone: 'bad' },
  unclear: { label: 'Unclear', tone: 'warn' },
  unjudged: { label: 'Not judged', tone: 'plain' },
  tooShort: { label: 'Too short', tone: 'plain' },
};

export const statusWords: Readonly<Record<SessionSummary['status'], { readonly label: string; readonly tone: Tone }>> =
  {
    active: { label: 'Running', tone: 'info' },
    ended: { label: 'Ended', tone: 'plain' },
  };

export const endReasonWords: Readonly<Record<EndReason, string>> = {
  visitorLeft: 'The visitor ended it',
  flowFinished: 'The flow came to its end',
  inactivity: 'Nobody said anything for a while',
  handedOff: 'Handed to a person',
  ownerClosed: 'A member ended it',
  failed: 'It failed',
  limitReached: 'A limit was reached',
};

export const judgeWords: Readonly<Record<Evaluation['by'], string>> = {
  criteria: 'by exact criteria',
  flow: 'by the flow’s end',
  model: 'by the model',
  member: 'by a member',
  none: '',
};
