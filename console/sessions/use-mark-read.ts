import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { sessionEndpoints } from '../../contract/sessions.ts';
import { api } from '../api/api.ts';

/** Whoever opens a session has read it. Lists learn of it when they are looked at again. */
export function useMarkRead(id: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    // Not worth an alarm: the session then stays unread.
    void api
      .call(sessionEndpoints.markSessionRead, { params: { id } })
      .then(() => queries.invalidateQueries({ queryKey: ['sessions'], refetchType: 'none' }))
      .catch(() => undefined);
  }, [queries, id]);
}
