import { useInfiniteQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import type { AuditEntry } from '../../contract/workspace.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Moment } from '../ui/moment.tsx';
import { PagedTable } from '../ui/paged-table.tsx';
import type { Column } from '../ui/table.tsx';
import { actionInWords } from './action-in-words.ts';
import { auditQuery } from './workspace-queries.ts';

/** Who did what, newest first. */
export function AuditLog() {
  return (
    <section aria-label="Audit log">
      <h2 className="font-semibold">Audit log</h2>
      <p className="mb-3 text-soft">Every change, with who made it. It names fields, never their contents.</p>
      <PagedTable
        label="Audit log"
        query={useInfiniteQuery(auditQuery)}
        columns={columns}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={ScrollText} title="Nothing yet">
            The first change will be here.
          </EmptyState>
        }
      />
    </section>
  );
}

const columns: Column<AuditEntry>[] = [
  { id: 'at', head: 'When', className: 'text-soft', cell: ({ at }) => <Moment at={at} /> },
  { id: 'actor', head: 'Who', cell: ({ actor }) => actor.name },
  { id: 'action', head: 'What', cell: ({ action }) => actionInWords(action) },
  { id: 'fields', head: 'Fields', hiddenBelow: 'md', className: 'text-soft', cell: ({ fields }) => fields.join(', ') },
  {
    id: 'subject',
    head: 'Of',
    hiddenBelow: 'lg',
    cell: ({ subjectId }) => (
      <code className="block max-w-40 truncate font-mono text-faint text-xs" title={subjectId ?? undefined}>
        {subjectId}
      </code>
    ),
  },
];
