import type { TurnSession } from '../ports/store/turn-store.ts';

/**
 * Sessions this node has touched last, so that a turn starts without a read. A copy may be stale: the
 * commit compares revisions, and a refused one makes the turn load again.
 */
export interface HotSessions {
  get(id: string): TurnSession | undefined;
  keep(session: TurnSession): void;
  drop(id: string): void;
}

export function hotSessions(capacity = 10_000): HotSessions {
  const kept = new Map<string, TurnSession>();
  return {
    get: (id) => kept.get(id),
    keep(session) {
      kept.delete(session.id);
      kept.set(session.id, session);
      if (kept.size > capacity) {
        const [oldest] = kept.keys();
        if (oldest !== undefined) kept.delete(oldest);
      }
    },
    drop: (id) => void kept.delete(id),
  };
}
