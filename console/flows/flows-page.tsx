import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Workflow } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { SubjectSummary } from '../../contract/subjects.ts';
import { useCan } from '../access/workspace-queries.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import { NewButton } from '../shell/new-button.tsx';
import { Page } from '../shell/page.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PagedTable } from '../ui/paged-table.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { actionsColumn, type Column, changedColumn, rowLinkClasses } from '../ui/table.tsx';
import { publishedColumn } from '../versions/version-badge.tsx';
import { FlowMenu } from './flow-menu.tsx';
import { flowsQuery } from './flow-queries.ts';
import { WelcomeToFlows } from './welcome-to-flows.tsx';

const CreateFlowDialog = lazyPart(() => import('./create-flow-dialog.tsx'), 'CreateFlowDialog');

const route = getRouteApi('/shell/flows');

/** Every flow, newest first, and the way to a new one. */
export function FlowsPage() {
  const canChange = useCan('flows:write');
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  const search = (text: string) => void navigate({ search: { q: text || undefined }, replace: true });
  const flows = useInfiniteQuery({ ...flowsQuery(q), placeholderData: keepPreviousData });
  const isNew = flows.data?.length === 0 && !flows.isPlaceholderData && q === undefined;
  const [isCreating, setCreating] = useState(false);
  const newFlow = canChange && <NewButton kind="flow" group="Flows" onNew={() => setCreating(true)} />;
  return (
    <Page
      title="Flows"
      description="A flow is a conversation: messages, questions, conditions and calls."
      actions={!isNew && newFlow}
    >
      {!isNew && (
        <search className="mb-4 flex">
          <SearchField label="Search by name" className="max-w-sm" value={q ?? ''} onSearch={search} />
        </search>
      )}
      <PagedTable
        label="Flows"
        query={flows}
        columns={canChange ? [...columns, menuColumn] : columns}
        rowKey={({ id }) => id}
        empty={
          isNew ? (
            <WelcomeToFlows newFlow={newFlow} />
          ) : (
            <EmptyState
              icon={Workflow}
              title="No such flows"
              action={<Button onClick={() => search('')}>Show all</Button>}
            >
              No name holds these words.
            </EmptyState>
          )
        }
      />
      <Suspense>{isCreating && <CreateFlowDialog onClose={() => setCreating(false)} />}</Suspense>
    </Page>
  );
}

const columns: readonly Column<SubjectSummary>[] = [
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
  publishedColumn,
  changedColumn,
];

const menuColumn = actionsColumn<SubjectSummary>((flow) => <FlowMenu flow={flow} />);
