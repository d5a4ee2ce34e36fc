import type { Live, LiveNotice } from '../live.ts';

type Hear = (notice: LiveNotice) => void;

/** What joins several memory nodes: what one publishes the others hear, a moment later and without the events. */
export interface MemoryLiveHub {
  readonly nodes: Set<(notice: LiveNotice) => void>;
}

export function memoryLiveHub(): MemoryLiveHub {
  return { nodes: new Set() };
}

/** News within one process, for tests; nodes made with the same hub hear of each other. */
export function memoryLive(hub: MemoryLiveHub = memoryLiveHub()): Live {
  const subscriptions = new Map<symbol, { sessionId: string; hear: Hear }>();

  function tell(notice: LiveNotice): void {
    for (const { sessionId, hear } of [...subscriptions.values()]) {
      if (sessionId !== notice.sessionId) continue;
      try {
        hear(notice);
      } catch {
        // A subscriber that fails harms neither the others nor the publisher.
      }
    }
  }
  hub.nodes.add(tell);

  return {
    publish: (notice) => {
      tell(notice);
      const { sessionId, lastSeq } = notice;
      for (const tellOther of hub.nodes)
        if (tellOther !== tell) queueMicrotask(() => tellOther({ sessionId, lastSeq }));
    },
    subscribe: (sessionId, hear) => {
      const key = Symbol(sessionId);
      subscriptions.set(key, { sessionId, hear });
      return () => void subscriptions.delete(key);
    },
  };
}
