import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { LucideIcon } from 'lucide-react';
import { type ReactNode, Suspense, useState } from 'react';
import type { SubjectSummary } from '../../contract/subjects.ts';
import { NewButton } from '../shell/new-button.tsx';
import { Page } from '../shell/page.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PagedTable } from '../ui/paged-table.tsx';
import { SearchField } from '../ui/search-field.tsx';
import type { Column } from '../ui/table.tsx';

export interface SubjectsPageProps {
  kind: 'flow' | 'twin';
  title: 'Flows' | 'Twins';
  description: string;
  icon: LucideIcon;
  /** The ones found; all of them where nothing is searched for. */
  found: UseInfiniteQueryResult<SubjectSummary[]>;
  columns: readonly Column<SubjectSummary>[];
  q: string | undefined;
  onSearch: (q: string | undefined) => void;
  canChange: boolean;
  /** Stands in the place of the list while there are none at all; with the way to the first. */
  welcome: (newButton: ReactNode) => ReactNode;
  createDialog: (onClose: () => void) => ReactNode;
}

/** Every flow, or every twin: newest first, found by name, and the way to a new one. */
export function SubjectsPage(props: SubjectsPageProps) {
  const { kind, title, description, icon, found, columns, q, onSearch, canChange, welcome, createDialog } = props;
  const [isCreating, setCreating] = useState(false);
  const isNew = found.data?.length === 0 && !found.isPlaceholderData && q === undefined;
  const newButton = canChange && <NewButton kind={kind} group={title} onNew={() => setCreating(true)} />;
  return (
    <Page title={title} description={description} actions={!isNew && newButton}>
      {!isNew && (
        <search className="mb-4 flex">
          <SearchField
            label="Search by name"
            className="max-w-sm"
            value={q ?? ''}
            onSearch={(text) => onSearch(text || undefined)}
          />
        </search>
      )}
      <PagedTable
        label={title}
        query={found}
        columns={columns}
        rowKey={({ id }) => id}
        empty={
          isNew ? (
            welcome(newButton)
          ) : (
            <EmptyState
              icon={icon}
              title={`No such ${kind}s`}
              action={<Button onClick={() => onSearch(undefined)}>Show all</Button>}
            >
              No name holds these words.
            </EmptyState>
          )
        }
      />
      <Suspense>{isCreating && createDialog(() => setCreating(false))}</Suspense>
    </Page>
  );
}
