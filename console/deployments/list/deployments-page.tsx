import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Plus, Rocket } from 'lucide-react';
import type { DeploymentListItem } from '../../../contract/deployments.ts';
import { useCan } from '../../access/workspace-queries.ts';
import { useCommands } from '../../shell/commands.ts';
import { Page } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PagedTable } from '../../ui/paged-table.tsx';
import { actionsColumn, type Column, rowLinkClasses } from '../../ui/table.tsx';
import { audienceInWords } from '../audience/audience-in-words.ts';
import { deploymentListQuery } from '../deployment-queries.ts';
import { isNarrowed } from './deployment-filter.ts';
import { DeploymentFilters } from './deployment-filters.tsx';
import { DeploymentMenu } from './deployment-menu.tsx';
import { LinkMenu } from './link-menu.tsx';
import { ServedVersion } from './served-version.tsx';
import { StatusSwitch } from './status-switch.tsx';
import { SuccessRate } from './success-rate.tsx';

const route = getRouteApi('/shell/deployments');

/** Deployments as the address asks for them: who meets which flow or twin, in which version, and how that goes. */
export function DeploymentsPage() {
  const filter = route.useSearch();
  const deployments = useInfiniteQuery({ ...deploymentListQuery(filter), placeholderData: keepPreviousData });
  const canChange = useCan('deployments:write');
  const navigate = route.useNavigate();
  const isNew = deployments.data?.length === 0 && !deployments.isPlaceholderData && !isNarrowed(filter);
  const showAll = () => void navigate({ search: { sort: filter.sort } });
  const create = () => void navigate({ to: '/deployments/new' });
  useCommands(
    canChange
      ? [{ id: 'newDeployment', label: 'New deployment', group: 'Deployments', icon: Plus, keys: 'c', run: create }]
      : [],
  );
  return (
    <Page
      title="Deployments"
      description="A deployment decides who meets a flow or a twin, where, and in which version."
      actions={canChange && !isNew && <NewButton />}
    >
      {!isNew && (
        <DeploymentFilters
          filter={filter}
          onChange={(change) => void navigate({ search: { ...filter, ...change }, replace: true })}
          onClear={showAll}
        />
      )}
      <PagedTable
        label="Deployments"
        query={deployments}
        columns={columns}
        rowKey={({ id }) => id}
        empty={
          isNew ? (
            <EmptyState isFramed icon={Rocket} title="Nothing is deployed" action={canChange && <NewButton />}>
              A deployment connects a published flow or twin to a page or an app, and decides which share of which
              people meet it.
            </EmptyState>
          ) : (
            <EmptyState icon={Rocket} title="No such deployments" action={<Button onClick={showAll}>Show all</Button>}>
              None fits this search.
            </EmptyState>
          )
        }
      />
    </Page>
  );
}

function NewButton() {
  return (
    <Button asChild look="main">
      <Link to="/deployments/new">
        <Plus aria-hidden />
        New deployment
      </Link>
    </Button>
  );
}

const columns: Column<DeploymentListItem>[] = [
  {
    id: 'name',
    head: 'Name',
    cell: ({ id, name, subject, subjectName }) => (
      <span className="block min-w-36">
        <Link
          to="/deployments/$deploymentId/$part"
          params={{ deploymentId: id, part: 'general' }}
          className={`${rowLinkClasses} wrap-anywhere`}
        >
          {name}
        </Link>
        <span className="block wrap-anywhere text-[0.8125rem] text-soft">
          {subjectName ?? `The ${subject.kind} is gone`}
        </span>
      </span>
    ),
  },
  {
    id: 'status',
    head: 'Status',
    cell: (deployment) => (
      <span className="relative inline-flex">
        <StatusSwitch deployment={deployment} />
      </span>
    ),
  },
  {
    id: 'version',
    head: 'Version',
    hiddenBelow: 'sm',
    cell: (deployment) => <ServedVersion deployment={deployment} />,
  },
  {
    id: 'audience',
    head: 'Audience',
    hiddenBelow: 'lg',
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
    cell: ({ rollout }) => (
      <span className="whitespace-nowrap tabular-nums">{rollout.percentage.toLocaleString()} %</span>
    ),
  },
  {
    id: 'sessions',
    head: 'Sessions, 30 days',
    align: 'end',
    hiddenBelow: 'md',
    className: 'whitespace-nowrap tabular-nums',
    cell: ({ stats }) => stats.sessions.toLocaleString(),
  },
  {
    id: 'success',
    head: 'Success',
    align: 'end',
    hiddenBelow: 'md',
    cell: ({ stats }) => <SuccessRate stats={stats} />,
  },
  actionsColumn((deployment) => (
    <span className="relative inline-flex">
      {deployment.platform.kind === 'web' && <LinkMenu deployment={deployment} />}
      <DeploymentMenu deployment={deployment} />
    </span>
  )),
];
