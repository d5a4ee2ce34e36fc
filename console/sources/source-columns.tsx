import { Link } from '@tanstack/react-router';
import type { SourceSummary } from '../../contract/sources.ts';
import { type Column, rowLinkClasses } from '../ui/table.tsx';
import { Ago } from '../ui/time.tsx';
import { SourceMenu } from './source-menu.tsx';
import { SourceStatusBadge } from './source-status.tsx';
import { kindWords } from './source-words.ts';

export const sourceColumns: readonly Column<SourceSummary>[] = [
  {
    id: 'name',
    head: 'Name',
    cell: ({ id, name, kind, personId, error }) => (
      <span className="block min-w-32">
        <Link to="/sources/$sourceId" params={{ sourceId: id }} className={`${rowLinkClasses} wrap-anywhere`}>
          {name}
        </Link>
        <span className="block text-[0.8125rem] text-soft">
          {kindWords[kind]}
          {personId !== null && ', of one person'}
        </span>
        {error !== null && <span className="wrap-anywhere block text-[0.8125rem] text-bad">{error}</span>}
      </span>
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
  {
    id: 'updated',
    head: 'Changed',
    hiddenBelow: 'md',
    className: 'text-soft',
    cell: ({ updatedAt }) => <Ago at={updatedAt} />,
  },
];

export const sourceMenuColumn: Column<SourceSummary> = {
  id: 'menu',
  head: 'Actions',
  isHeadHidden: true,
  align: 'end',
  className: 'w-14',
  cell: (source) => <SourceMenu source={source} />,
};
