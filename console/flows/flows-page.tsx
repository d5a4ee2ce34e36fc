import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Workflow } from 'lucide-react';
import type { SubjectSummary } from '../../contract/subjects.ts';
import { useCan } from '../access/workspace-queries.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import { actionsColumn, type Column, changedColumn, rowLinkClasses } from '../ui/table.tsx';
import { SubjectsPage } from '../versions/subjects-page.tsx';
import { publishedColumn } from '../versions/version-badge.tsx';
import { FlowMenu } from './flow-menu.tsx';
import { flowsQuery } from './flow-queries.ts';
import { WelcomeToFlows } from './welcome-to-flows.tsx';

const CreateFlowDialog = lazyPart(() => import('./create-flow-dialog.tsx'), 'CreateFlowDialog');

const route = getRouteApi('/shell/flows');

export function FlowsPage() {
  const canChange = useCan('flows:write');
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <SubjectsPage
      kind="flow"
      title="Flows"
      description="A flow is a conversation: messages, questions, conditions and calls."
      icon={Workflow}
      found={useInfiniteQuery({ ...flowsQuery(q), placeholderData: keepPreviousData })}
      columns={canChange ? [...columns, menuColumn] : columns}
      q={q}
      onSearch={(wanted) => void navigate({ search: { q: wanted }, replace: true })}
      canChange={canChange}
      welcome={(newFlow) => <WelcomeToFlows newFlow={newFlow} />}
      createDialog={(onClose) => <CreateFlowDialog onClose={onClose} />}
    />
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
