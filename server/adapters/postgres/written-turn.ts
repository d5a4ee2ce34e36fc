import { eventSchemaVersion, type SessionEvent } from '../../../core/session/session-event.ts';
import type { TurnCommit } from '../../ports/store/turn-store.ts';

/** How long a session's token opens it after its end. */
const tokenOutlivesSessionMs = 30 * 24 * 60 * 60 * 1000;

/** What every turn writes, the first one included, as the functions of `0010-turn-functions.ts` take it. */
export function writtenTurn({
  state,
  events,
  effects,
  lease,
  evaluate,
  at,
}: Pick<TurnCommit, 'state' | 'events' | 'effects' | 'lease' | 'evaluate' | 'at'>): readonly unknown[] {
  const hasEnded = state.status === 'ended';
  return [
    JSON.stringify(state),
    state.status,
    state.endReason ?? null,
    state.inactiveAt,
    hasEnded ? new Date(at.getTime() + tokenOutlivesSessionMs) : null,
    countMessages(events),
    at.toISOString(),
    eventSchemaVersion,
    JSON.stringify(events),
    effects.length > 0 ? JSON.stringify(effects) : null,
    lease.holder,
    lease.until.toISOString(),
    evaluate,
  ];
}

function countMessages(events: readonly SessionEvent[]): number {
  return events.filter((event) => event.type === 'message').length;
}
