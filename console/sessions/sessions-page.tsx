import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Download, MessagesSquare } from 'lucide-react';
import { addressOf } from '../../contract/client.ts';
import { type SessionSummary, sessionEndpoints } from '../../contract/sessions.ts';
import { Page } from '../shell/page.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PagedTable } from '../ui/paged-table.tsx';
import { type Column, rowLinkClasses } from '../ui/table.tsx';
import { Ago } from '../ui/time.tsx';
import { OutcomeBadge } from './outcome-badge.tsx';
import { isFiltered, queryOf, type SessionFilter } from './session-filter.ts';
import { SessionFilters } from './session-filters.tsx';
import { sessionsQuery } from './session-queries.ts';
import { statusWords } from './session-words.ts';

const route = getRouteApi('/shell/sessions');

/** Sessions, newest first, narrowed as the address says. */
export function SessionsPage() {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const sessions = useInfiniteQuery({ ...sessionsQuery(filter), placeholderData: keepPreviousData });
  const clear = () => void navigate({ search: {} });
  return (
    <Page
      title="Sessions"
      description="Every conversation, with what came of it."
      actions={
        <Button asChild>
          <a href={addressOf(sessionEndpoints.exportSessions, {}, queryOf(filter))} download="sessions.csv">
            <Download aria-hidden />
            Export CSV
          </a>
        </Button>
      }
    >
      <SessionFilters
        filter={filter}
        onChange={(change) => void navigate({ search: { ...filter, ...change }, replace: true })}
        onClear={clear}
      />
      <PagedTable
        label="Sessions"
        query={sessions}
        columns={columnsOf(filter)}
        rowKey={({ id }) => id}
        empty={
          isFiltered(filter) ? (
            <EmptyState
              icon={MessagesSquare}
              title="No such sessions"
              action={<Button onClick={clear}>Show all</Button>}
            >
              None fits these filters.
            </EmptyState>
          ) : (
            <EmptyState
              icon={MessagesSquare}
              title="No sessions yet"
              action={
                <Button asChild look="main">
                  <Link to="/deployments">See the deployments</Link>
                </Button>
              }
            >
              A session begins when a visitor starts to talk. Open a deployment’s link and try it.
            </EmptyState>
          )
        }
      />
    </Page>
  );
}

/** Rows open within the filter, so that the next and the previous session are those of the list. */
function columnsOf(filter: SessionFilter): Column<SessionSummary>[] {
  return [
    {
      id: 'person',
      head: 'Visitor',
      className: 'max-w-80',
      cell: (session) => <Visitor session={session} filter={filter} />,
    },
    {
      id: 'deployment',
      head: 'Deployment',
      hiddenBelow: 'sm',
      cell: ({ deployment, subject, version }) => (
        <>
          <span className="block break-words">{deployment.name}</span>
          <span className="block break-words text-faint text-xs">
            {subject.name}, version {version.number}
          </span>
        </>
      ),
    },
    {
      id: 'status',
      head: 'Status',
      hiddenBelow: 'md',
      cell: ({ status, kind }) => (
        <span className="flex flex-wrap gap-1">
          <Badge tone={statusWords[status].tone}>{statusWords[status].label}</Badge>
          {kind === 'test' && <Badge>Test</Badge>}
        </span>
      ),
    },
    {
      id: 'outcome',
      head: 'Outcome',
      cell: ({ evaluation }) => evaluation && <OutcomeBadge outcome={evaluation.outcome} />,
    },
    {
      id: 'messages',
      head: 'Messages',
      align: 'end',
      hiddenBelow: 'md',
      cell: ({ messageCount }) => <span className="tabular-nums">{messageCount}</span>,
    },
    {
      id: 'started',
      head: 'Started',
      align: 'end',
      className: 'text-soft',
      cell: ({ startedAt }) => <Ago at={startedAt} />,
    },
  ];
}

/** Who wrote, and how they began; bold with a dot while it is unread. */
function Visitor({ session, filter }: { session: SessionSummary; filter: SessionFilter }) {
  const { id, personName, preview, unread } = session;
  return (
    <>
      <span className="flex items-center gap-2">
        {unread && <span aria-hidden className="size-2 shrink-0 rounded-full bg-accent" />}
        <Link
          to="/sessions/$sessionId"
          params={{ sessionId: id }}
          search={filter}
          className={classes(rowLinkClasses, 'truncate', unread ? 'font-semibold' : 'font-normal')}
        >
          {personName ?? 'Unknown visitor'}
          {unread && <span className="sr-only"> (unread)</span>}
        </Link>
      </span>
      <span className={classes('block truncate text-[0.8125rem]', unread ? 'text-ink' : 'text-faint')}>
        {preview ?? 'Nothing written yet'}
      </span>
    </>
  );
}
