import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Brain } from 'lucide-react';
import type { SubjectSummary } from '../../contract/subjects.ts';
import { useCan } from '../access/workspace-queries.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { actionsColumn, type Column, changedColumn, rowLinkClasses } from '../ui/table.tsx';
import { SubjectsPage } from '../versions/subjects-page.tsx';
import { publishedColumn } from '../versions/version-badge.tsx';
import { TwinMenu } from './twin-menu.tsx';
import { twinsQuery } from './twin-queries.ts';

const CreateTwinDialog = lazyPart(() => import('./create-twin-dialog.tsx'), 'CreateTwinDialog');

const route = getRouteApi('/shell/twins');

export function TwinsPage() {
  const canChange = useCan('twins:write');
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <SubjectsPage
      kind="twin"
      title="Twins"
      description="A twin answers as one of your experts, from your sources and by your rules."
      icon={Brain}
      found={useInfiniteQuery({ ...twinsQuery(q), placeholderData: keepPreviousData })}
      columns={canChange ? [...columns, menuColumn] : columns}
      q={q}
      onSearch={(wanted) => void navigate({ search: { q: wanted }, replace: true })}
      canChange={canChange}
      welcome={(newTwin) => (
        <EmptyState isFramed icon={Brain} title="Make the counterpart of an expert" action={newTwin}>
          Say who it speaks for, give it sources, and try it. It answers with citations; without a model it quotes the
          sources, word for word.
        </EmptyState>
      )}
      createDialog={(onClose) => <CreateTwinDialog onClose={onClose} />}
    />
  );
}

const columns: readonly Column<SubjectSummary>[] = [
  {
    id: 'name',
    head: 'Name',
    cell: ({ id, name }) => (
      <Link to="/twins/$twinId" params={{ twinId: id }} className={`${rowLinkClasses} wrap-anywhere`}>
        {name}
      </Link>
    ),
  },
  publishedColumn,
  changedColumn,
];

const menuColumn = actionsColumn<SubjectSummary>((twin) => <TwinMenu twin={twin} />);
