import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Brain, Plus } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { TwinSummary } from '../../contract/twins.ts';
import { useCan } from '../access/workspace-queries.ts';
import { useCommands } from '../shell/commands.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import { Page } from '../shell/page.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PagedTable } from '../ui/paged-table.tsx';
import { type Column, rowLinkClasses } from '../ui/table.tsx';
import { Ago } from '../ui/time.tsx';
import { TwinMenu } from './twin-menu.tsx';
import { twinsQuery } from './twin-queries.ts';

const CreateTwinDialog = lazyPart(() => import('./create-twin-dialog.tsx'), 'CreateTwinDialog');

/** Every twin, newest first, and the way to a new one. */
export function TwinsPage() {
  const canChange = useCan('twins:write');
  const twins = useInfiniteQuery(twinsQuery);
  const [isCreating, setCreating] = useState(false);
  const create = () => setCreating(true);
  useCommands(
    canChange ? [{ id: 'newTwin', label: 'New twin', group: 'Twins', icon: Plus, keys: 'c', run: create }] : [],
  );
  const button = canChange && (
    <Button look="main" onClick={create}>
      <Plus aria-hidden />
      New twin
    </Button>
  );
  return (
    <Page
      title="Twins"
      description="A twin answers as one of your experts, from your sources and by your rules."
      actions={twins.data?.length !== 0 && button}
    >
      <PagedTable
        label="Twins"
        query={twins}
        columns={canChange ? [...columns, menuColumn] : columns}
        rowKey={({ id }) => id}
        empty={
          <div className="rounded-xl border border-line border-dashed bg-surface">
            <EmptyState icon={Brain} title="Make the counterpart of an expert" action={button}>
              Say who it speaks for, give it sources, and try it. It answers with citations; without a model it quotes
              the sources, word for word.
            </EmptyState>
          </div>
        }
      />
      <Suspense>{isCreating && <CreateTwinDialog onClose={() => setCreating(false)} />}</Suspense>
    </Page>
  );
}

const columns: readonly Column<TwinSummary>[] = [
  {
    id: 'name',
    head: 'Name',
    cell: ({ id, name }) => (
      <Link to="/twins/$twinId" params={{ twinId: id }} className={`${rowLinkClasses} wrap-anywhere`}>
        {name}
      </Link>
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

const menuColumn: Column<TwinSummary> = {
  id: 'menu',
  head: 'Actions',
  isHeadHidden: true,
  align: 'end',
  className: 'w-14',
  cell: (twin) => <TwinMenu twin={twin} />,
};
