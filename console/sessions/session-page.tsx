import { getRouteApi } from '@tanstack/react-router';
import { format } from 'date-fns';
import { Page } from '../shell/page.tsx';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { EventLog } from './event-log.tsx';
import { JudgeSession } from './judge-session.tsx';
import { useLiveSession } from './live/use-live-session.ts';
import { MarkUnread } from './mark-unread.tsx';
import { OutcomeBadge } from './outcome-badge.tsx';
import { NodePath } from './path/node-path.tsx';
import { SessionFacts } from './session-facts.tsx';
import { SessionSteps } from './session-steps.tsx';
import { sessionTabs } from './session-tabs.ts';
import { statusWords } from './session-words.ts';
import { Transcript } from './transcript.tsx';
import { useMarkRead } from './use-mark-read.ts';
import { VariableList } from './variable-list.tsx';

const route = getRouteApi('/shell/sessions/$sessionId');

/** One session, as it goes on: what was said, the way it took, what came of it, and everything that happened. */
export function SessionPage() {
  const { sessionId } = route.useParams();
  const { tab = 'transcript', ...filter } = route.useSearch();
  const navigate = route.useNavigate();
  const session = useLiveSession(sessionId);
  useMarkRead(sessionId);
  const status = statusWords[session.status];
  const show = (id: string) =>
    void navigate({
      search: { ...filter, tab: sessionTabs.find((known) => known === id) },
      replace: true,
      resetScroll: false,
    });
  return (
    <Page
      title={`Session of ${format(new Date(session.startedAt), 'PP, HH:mm')}`}
      back={{ label: 'Sessions', link: { to: '/sessions', search: filter } }}
      actions={
        <>
          <MarkUnread sessionId={sessionId} filter={filter} />
          <SessionSteps sessionId={sessionId} filter={filter} tab={tab} />
        </>
      }
      badge={
        <>
          <Badge tone={status.tone}>{status.label}</Badge>
          {session.evaluation && <OutcomeBadge outcome={session.evaluation.outcome} />}
        </>
      }
    >
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Tabs
          label="Parts of the session"
          value={tab}
          onChange={show}
          tabs={[
            {
              id: 'transcript',
              label: 'Transcript',
              content: <Transcript events={session.events} personId={session.personId} />,
            },
            { id: 'path', label: 'Path', content: <NodePath session={session} /> },
            { id: 'events', label: `Events (${session.events.length})`, content: <EventLog events={session.events} /> },
            { id: 'variables', label: 'Variables', content: <VariableList variables={session.variables} /> },
          ]}
        />
        <Card title="Facts">
          <SessionFacts session={session} />
          {session.status === 'ended' && <JudgeSession session={session} />}
        </Card>
      </div>
    </Page>
  );
}
