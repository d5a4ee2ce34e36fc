import type { SourceSummary } from '../../contract/sources.ts';
import { PersonLink } from '../people/person-link.tsx';
import { actionsColumn, type Column, changedColumn } from '../ui/table.tsx';
import { SourceMenu } from './source-menu.tsx';
import { SourceName } from './source-name.tsx';
import { SourceStatusBadge } from './source-status.tsx';

export const sourceColumns: readonly Column<SourceSummary>[] = [
  {
    id: 'name',
    head: 'Name',
    cell: (source) => (
      <SourceName source={source}>
        {source.personId !== null && (
          <>
            , of <PersonLink personId={source.personId} />
          </>
        )}
      </SourceName>
    ),
  },
  { id: 'status', head: 'Status', cell: (source) => <SourceStatusBadge source={source} /> },
  {
    id: 'passages',
    head: 'Passages',
    align: 'end',
    hiddenBelow: 'sm',
    className: 'tabular-nums',
    cell: ({ passages }) => passages.toLocaleString(),
  },
  { ...changedColumn, hiddenBelow: 'md' },
];

export const sourceMenuColumn = actionsColumn<SourceSummary>((source) => <SourceMenu source={source} />);
