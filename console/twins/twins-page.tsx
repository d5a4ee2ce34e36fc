import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Brain } from 'lucide-react';
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
import { TwinMenu } from './twin-menu.tsx';
import { twinsQuery } from './twin-queries.ts';

const CreateTwinDialog = lazyPart(() => import('./create-twin-dialog.tsx'), 'CreateTwinDialog');

const route = getRouteApi('/shell/twins');

/** Every twin, newest first, and the way to a new one. */
export function TwinsPage() {
  const canChange = useCan('twins:write');
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  const search = (text: string) => void navigate({ search: { q: text || undefined }, replace: true });
  const twins = useInfiniteQuery({ ...twinsQuery(q), placeholderData: keepPreviousData });
  const isNew = twins.data?.length === 0 && !twins.isPlaceholderData && q === undefined;
  const [isCreating, setCreating] = useState(false);
  const newTwin = canChange && <NewButton kind="twin" group="Twins" onNew={() => setCreating(true)} />;
  return (
    <Page
      title="Twins"
      description="A twin answers as one of your experts, from your sources and by your rules."
      actions={!isNew && newTwin}
    >
      {!isNew && (
        <search className="mb-4 flex">
          <SearchField label="Search by name" className="max-w-sm" value={q ?? ''} onSearch={search} />
        </search>
      )}
      <PagedTable
        label="Twins"
        query={twins}
        columns={canChange ? [...columns, menuColumn] : columns}
        rowKey={({ id }) => id}
        empty={
          isNew ? (
            <EmptyState isFramed icon={Brain} title="Make the counterpart of an expert" action={newTwin}>
              Say who it speaks for, give it sources, and try it. It answers with citations; without a model it quotes
              the sources, word for word.
            </EmptyState>
          ) : (
            <EmptyState
              icon={Brain}
              title="No such twins"
              action={<Button onClick={() => search('')}>Show all</Button>}
            >
              No name holds these words.
            </EmptyState>
          )
        }
      />
      <Suspense>{isCreating && <CreateTwinDialog onClose={() => setCreating(false)} />}</Suspense>
    </Page>
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
