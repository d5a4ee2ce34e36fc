import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { SessionReply } from '../../../contract/sessions.ts';
import type { SessionEvent } from '../../../core/session/session-event.ts';
import { sessionQuery } from '../session-queries.ts';
import { applyEvents } from './apply-events.ts';
import { watchEvents } from './watch-events.ts';

const againAfterMs = 3_000;

/** A session as it is now: what was read, and what its stream has sent since. Without a stream it is read again and again. */
export function useLiveSession(id: string): SessionReply {
  const queries = useQueryClient();
  const { data } = useSuspenseQuery(sessionQuery(id));
  const [streamed, setStreamed] = useState<{ id: string; events: readonly SessionEvent[] }>({ id, events: [] });
  const session = useMemo(
    () => (streamed.id === data.id ? applyEvents(data, streamed.events) : data),
    [data, streamed],
  );
  const isOver = session.status === 'ended' && session.evaluation !== null;

  useEffect(() => {
    if (isOver) return;
    const abort = new AbortController();
    const { signal } = abort;
    let after = queries.getQueryData(sessionQuery(id).queryKey)?.events.at(-1)?.seq ?? 0;
    function take(events: readonly SessionEvent[]) {
      after = events.at(-1)?.seq ?? after;
      setStreamed((before) => ({ id, events: before.id === id ? [...before.events, ...events] : events }));
    }
    async function follow() {
      while (!signal.aborted) {
        // A refused or broken stream is opened again from where it stood.
        await watchEvents({ sessionId: id, after, onEvents: take, signal }).catch(() => undefined);
        if (signal.aborted) return;
        await queries.invalidateQueries({ queryKey: sessionQuery(id).queryKey });
        await new Promise((resolve) => setTimeout(resolve, againAfterMs));
      }
    }
    void follow();
    return () => abort.abort();
  }, [queries, id, isOver]);

  return session;
}
