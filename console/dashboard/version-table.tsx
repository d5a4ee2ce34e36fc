import { Link } from '@tanstack/react-router';
import type { Dashboard } from '../../contract/dashboard.ts';
import { type Column, Table } from '../ui/table.tsx';
import { rateInWords, rateNote } from './rate.ts';

/** How each version did, newest first. */
export function VersionTable({ versions }: Pick<Dashboard, 'versions'>) {
  return (
    <Table
      label="Versions"
      columns={columns}
      items={versions}
      rowKey={({ subject, number }) => `${subject.id} ${number}`}
      empty={<p className="text-soft">No version was talked to in this span.</p>}
    />
  );
}

const columns: Column<Dashboard['versions'][number]>[] = [
  {
    id: 'version',
    head: 'Version',
    cell: ({ subject, number }) => (
      <>
        <span className="block break-words">{subject.name}</span>
        {subject.kind === 'flow' ? (
          <Link
            to="/flows/$flowId/versions/$number"
            params={{ flowId: subject.id, number: String(number) }}
            className="text-accent-text text-xs hover:underline"
          >
            Version {number}: how far sessions came
          </Link>
        ) : (
          <span className="block text-faint text-xs">Version {number}</span>
        )}
      </>
    ),
  },
  { id: 'sessions', head: 'Sessions', align: 'end', cell: ({ sessions }) => sessions },
  {
    id: 'success',
    head: 'Success',
    align: 'end',
    cell: (counts) => (
      <>
        {rateInWords(counts)}
        <span className="block text-faint text-xs">{rateNote(counts)}</span>
      </>
    ),
  },
];
