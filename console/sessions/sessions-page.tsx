import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { MessagesSquare } from 'lucide-react';
import type { SessionSummary } from '../../contract/sessions.ts';
import { Page } from '../shell/page.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PagedTable } from '../ui/paged-table.tsx';
import { type Column, rowLinkClasses } from '../ui/table.tsx';
import { Ago } from '../ui/time.tsx';
import { OutcomeBadge } from './outcome-badge.tsx';
import { SessionFilters } from './session-filters.tsx';
import { sessionsQuery } from './session-queries.ts';
import { statusWords } from './session-words.ts';

const route = getRouteApi('/shell/sessions');

/** Sessions, newest first, narrowed as the address says. */
export function SessionsPage() {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const sessions = useInfiniteQuery(sessionsQuery(filter));
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const clear = () => void navigate({ search: {} });
  return (
    <Page title="Sessions" description="Every conversation, with what came of it.">
      <SessionFilters
        filter={filter}
        onChange={(change) => void navigate({ search: { ...filter, ...change }, replace: true })}
        onClear={isFiltered ? clear : undefined}
      />
      <PagedTable
        label="Sessions"
        query={sessions}
        columns={columns}
        rowKey={({ id }) => id}
        empty={
          isFiltered ? (
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

const columns: Column<SessionSummary>[] = [
  {
    id: 'started',
    head: 'Started',
    cell: ({ id, startedAt }) => (
      <Link to="/sessions/$sessionId" params={{ sessionId: id }} className={rowLinkClasses}>
        <Ago at={startedAt} />
      </Link>
    ),
  },
  {
    id: 'deployment',
    head: 'Deployment',
    cell: ({ deployment, version }) => (
      <>
        <span className="block break-words">{deployment.name}</span>
        <span className="block text-faint text-xs">Version {version.number}</span>
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
    hiddenBelow: 'sm',
    cell: ({ messageCount }) => <span className="tabular-nums">{messageCount}</span>,
  },
];
