import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Rocket } from 'lucide-react';
import type { DeploymentReply } from '../../contract/deployments.ts';
import { flowsQuery } from '../flows/flow-queries.ts';
import { Page } from '../shell/page.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PagedTable } from '../ui/paged-table.tsx';
import type { Column } from '../ui/table.tsx';
import { audienceInWords } from './audience-in-words.ts';
import { deploymentsQuery } from './deployment-queries.ts';
import { LinkMenu } from './link-menu.tsx';
import { StatusSwitch } from './status-switch.tsx';

/** Every deployment: who meets which flow, in which version. */
export function DeploymentsPage() {
  const deployments = useInfiniteQuery(deploymentsQuery);
  return (
    <Page title="Deployments" description="A deployment decides who meets a flow, where, and in which version.">
      <PagedTable
        label="Deployments"
        query={deployments}
        columns={columns}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            icon={Rocket}
            title="Nothing is deployed"
            action={
              <Button asChild>
                <Link to="/flows">See the flows</Link>
              </Button>
            }
          >
            Publish a flow first; then deploy it to part of an audience.
          </EmptyState>
        }
      />
    </Page>
  );
}

const columns: Column<DeploymentReply>[] = [
  {
    id: 'name',
    head: 'Name',
    cell: (deployment) => (
      <span id={deployment.id} className="block min-w-36">
        <span className="block break-words font-medium">{deployment.name}</span>
        <SubjectLink deployment={deployment} />
      </span>
    ),
  },
  { id: 'status', head: 'Status', cell: (deployment) => <StatusSwitch deployment={deployment} /> },
  {
    id: 'version',
    head: 'Version',
    hiddenBelow: 'sm',
    cell: ({ versionPolicy }) => (
      <Badge>{versionPolicy.kind === 'latest' ? 'Latest' : `Pinned to ${versionPolicy.number}`}</Badge>
    ),
  },
  {
    id: 'audience',
    head: 'Audience',
    hiddenBelow: 'md',
    cell: ({ audience }) => {
      const words = audienceInWords(audience);
      return (
        <span title={words} className="line-clamp-2 max-w-72 text-soft">
          {words}
        </span>
      );
    },
  },
  {
    id: 'percentage',
    head: 'Share',
    align: 'end',
    hiddenBelow: 'sm',
    cell: ({ rollout }) => <span className="tabular-nums">{rollout.percentage.toLocaleString()} %</span>,
  },
  {
    id: 'links',
    head: 'Actions',
    isHeadHidden: true,
    align: 'end',
    className: 'w-14',
    cell: (deployment) => <LinkMenu deployment={deployment} />,
  },
];

function SubjectLink({ deployment: { subject } }: { deployment: DeploymentReply }) {
  const { data: flows } = useInfiniteQuery(flowsQuery);
  if (subject.kind !== 'flow') return <span className="text-[0.8125rem] text-soft">Twin</span>;
  return (
    <Link
      to="/flows/$flowId"
      params={{ flowId: subject.id }}
      className="break-words text-[0.8125rem] text-soft hover:text-accent-text hover:underline"
    >
      {flows?.find(({ id }) => id === subject.id)?.name ?? 'Its flow'}
    </Link>
  );
}
