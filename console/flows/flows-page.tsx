import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus, Workflow } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { FlowSummary } from '../../contract/flows.ts';
import { useCan } from '../access/workspace-queries.ts';
import { useCommands } from '../shell/commands.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import { Page } from '../shell/page.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { PagedTable } from '../ui/paged-table.tsx';
import { type Column, rowLinkClasses } from '../ui/table.tsx';
import { Ago } from '../ui/time.tsx';
import { FlowMenu } from './flow-menu.tsx';
import { flowsQuery } from './flow-queries.ts';
import { WelcomeToFlows } from './welcome-to-flows.tsx';

const CreateFlowDialog = lazyPart(() => import('./create-flow-dialog.tsx'), 'CreateFlowDialog');

/** Every flow, newest first, and the way to a new one. */
export function FlowsPage() {
  const canChange = useCan('flows:write');
  const flows = useInfiniteQuery(flowsQuery);
  const [isCreating, setCreating] = useState(false);
  const create = () => setCreating(true);
  useCommands(
    canChange ? [{ id: 'newFlow', label: 'New flow', group: 'Flows', icon: Plus, keys: 'c', run: create }] : [],
  );
  return (
    <Page
      title="Flows"
      description="A flow is a conversation: messages, questions, conditions and calls."
      actions={
        canChange && (
          <Button look="main" onClick={create}>
            <Plus aria-hidden />
            New flow
          </Button>
        )
      }
    >
      <PagedTable
        label="Flows"
        query={flows}
        columns={canChange ? [...columns, menuColumn] : columns}
        rowKey={({ id }) => id}
        empty={<WelcomeToFlows onCreate={canChange ? create : undefined} />}
      />
      <Suspense>{isCreating && <CreateFlowDialog onClose={() => setCreating(false)} />}</Suspense>
    </Page>
  );
}

const columns: Column<FlowSummary>[] = [
  {
    id: 'name',
    head: 'Name',
    cell: ({ id, name }) => (
      <span className="flex items-center gap-3">
        <span
          aria-hidden
          className="grid size-8 shrink-0 place-items-center rounded-lg bg-sunken text-soft max-sm:hidden"
        >
          <Workflow className="size-4" />
        </span>
        <Link to="/flows/$flowId" params={{ flowId: id }} className={`${rowLinkClasses} break-words`}>
          {name}
        </Link>
      </span>
    ),
  },
  {
    id: 'version',
    head: 'Published',
    cell: ({ newestVersion }) =>
      newestVersion === null ? <Badge>Draft only</Badge> : <Badge tone="good">Version {newestVersion}</Badge>,
  },
  {
    id: 'updated',
    head: 'Changed',
    hiddenBelow: 'sm',
    className: 'text-soft',
    cell: ({ updatedAt }) => <Ago at={updatedAt} />,
  },
];

const menuColumn: Column<FlowSummary> = {
  id: 'menu',
  head: 'Actions',
  isHeadHidden: true,
  align: 'end',
  className: 'w-14',
  cell: (flow) => <FlowMenu flow={flow} />,
};
