import { useNavigate } from '@tanstack/react-router';
import { sessionEndpoints } from '../../contract/sessions.ts';
import { api } from '../api/api.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../ui/button.tsx';
import type { SessionFilter } from './session-filter.ts';

/** Keeps a session for later, and goes back to the list. */
export function MarkUnread({ sessionId, filter }: { sessionId: string; filter: SessionFilter }) {
  const navigate = useNavigate();
  const mark = useAction({
    run: () => api.call(sessionEndpoints.markSessionUnread, { params: { id: sessionId } }),
    refresh: [['sessions']],
    failure: 'The session could not be marked as unread',
    onDone: () => void navigate({ to: '/sessions', search: filter }),
  });
  return (
    <Button isBusy={mark.isPending} onClick={() => mark.mutate()}>
      Mark as unread
    </Button>
  );
}
