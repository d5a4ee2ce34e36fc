import type { SessionReply } from '../../../contract/sessions.ts';
import type { SessionEvent } from '../../../core/session/session-event.ts';

/** A session as it is once these events of its log have followed; those it already holds change nothing. */
export function applyEvents(session: SessionReply, events: readonly SessionEvent[]): SessionReply {
  const last = session.events.at(-1)?.seq ?? 0;
  return events.filter(({ seq }) => seq > last).reduce(applyEvent, session);
}

function applyEvent(session: SessionReply, event: SessionEvent): SessionReply {
  const next = { ...session, events: [...session.events, event], lastEventAt: event.at };
  switch (event.type) {
    case 'message':
      return { ...next, messageCount: session.messageCount + 1 };
    case 'variableSet':
      return { ...next, variables: { ...session.variables, [event.variable]: event.value } };
    case 'sessionEnded':
      return { ...next, status: 'ended', endReason: event.reason, endedAt: event.at };
    case 'sessionEvaluated':
      return { ...next, evaluation: { outcome: event.outcome, reason: event.reason, by: event.by, at: event.at } };
    default:
      return next;
  }
}
