import { eventSchemaVersion, type SessionEvent } from '../../../core/session/session-event.ts';
import type { TurnCommit } from '../../ports/store/turn-store.ts';

/** How long a session's token opens it after its end. */
const tokenOutlivesSessionMs = 30 * 24 * 60 * 60 * 1000;

type Written = Pick<TurnCommit, 'state' | 'events' | 'effects' | 'lease' | 'evaluate' | 'at'>;

/** What every turn writes, the first one included, as the type `written_turn` of `0010-turn-functions.ts` names it. */
export function writtenTurn(sessionId: string, { state, events, effects, lease, evaluate, at }: Written) {
  return {
    session_id: sessionId,
    state,
    status: state.status,
    end_reason: state.endReason,
    inactive_at: state.inactiveAt,
    token_expires_at: state.status === 'ended' ? new Date(at.getTime() + tokenOutlivesSessionMs) : null,
    messages: countMessages(events),
    at,
    schema_version: eventSchemaVersion,
    events,
    effects: effects.length > 0 ? effects : null,
    lease_holder: lease.holder,
    lease_until: lease.until,
    evaluate,
  };
}

function countMessages(events: readonly SessionEvent[]): number {
  return events.filter((event) => event.type === 'message').length;
}
