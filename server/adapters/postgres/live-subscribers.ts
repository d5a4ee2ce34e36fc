import type { Live, LiveNotice } from '../../ports/live.ts';
import type { Log } from '../../ports/log.ts';

export interface LiveSubscribers {
  readonly add: Live['subscribe'];
  readonly tell: (notice: LiveNotice) => void;
  readonly tellAllToLook: () => void;
}

/** Who on this node follows which session. A subscriber that fails harms neither the others nor the publisher. */
export function liveSubscribers(log: Log): LiveSubscribers {
  const bySession = new Map<string, Set<(notice: LiveNotice) => void>>();

  function tell(notice: LiveNotice): void {
    for (const hear of [...(bySession.get(notice.sessionId) ?? [])]) {
      try {
        hear(notice);
      } catch (error) {
        log.error('a live subscriber failed', { sessionId: notice.sessionId }, error);
      }
    }
  }

  return {
    add: (sessionId, hear) => {
      const subscription = (notice: LiveNotice) => hear(notice);
      const subscriptions = bySession.get(sessionId) ?? new Set();
      bySession.set(sessionId, subscriptions.add(subscription));
      return () => {
        subscriptions.delete(subscription);
        if (subscriptions.size === 0 && bySession.get(sessionId) === subscriptions) bySession.delete(sessionId);
      };
    },
    tell,
    tellAllToLook: () => {
      for (const sessionId of [...bySession.keys()]) tell({ sessionId });
    },
  };
}
