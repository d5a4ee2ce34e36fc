import { useInfiniteQuery } from '@tanstack/react-query';
import { Library } from 'lucide-react';
import type { SourceSummary } from '../../contract/sources.ts';
import { useCan } from '../access/workspace-queries.ts';
import { AddSources } from '../sources/add/add-sources.tsx';
import { DropHint } from '../sources/add/drop-hint.tsx';
import { UploadList } from '../sources/add/upload-list.tsx';
import { useFileDrop } from '../sources/add/use-file-drop.ts';
import { useUploads } from '../sources/add/use-uploads.ts';
import { OwnAccessSelect } from '../sources/own-access-select.tsx';
import { sourceMenuColumn } from '../sources/source-columns.tsx';
import { SourceName } from '../sources/source-name.tsx';
import { sourcesQuery } from '../sources/source-queries.ts';
import { SourceStatusBadge } from '../sources/source-status.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PagedTable } from '../ui/paged-table.tsx';
import { PartHeading } from '../ui/part-heading.tsx';
import type { Column } from '../ui/table.tsx';

/** What twins answer from in talks with this person alone, and the ways to add more. */
export function PersonSources({ personId }: { personId: string }) {
  const canChange = useCan('twins:write');
  const uploads = useUploads(personId);
  const isOver = useFileDrop(uploads.add, canChange);
  return (
    <section className="grid min-w-0 grid-cols-1 gap-4">
      <PartHeading title="Sources">
        Known to twins in talks with this person alone, in every deployment: a contract, an offer, notes of a call.
        Internal ones inform a model and are never quoted; those that may be mentioned are cited.
      </PartHeading>
      {isOver && <DropHint />}
      {canChange && (
        <div className="flex flex-wrap gap-2">
          <AddSources personId={personId} onFiles={uploads.add} />
        </div>
      )}
      <UploadList uploads={uploads} />
      <div>
        <PagedTable
          label="Sources of this person"
          query={useInfiniteQuery(sourcesQuery({ person: personId }))}
          columns={columnsFor(canChange)}
          rowKey={({ id }) => id}
          empty={
            <EmptyState isFramed icon={Library} title="Nothing for this person alone yet">
              The sources that a deployment names serve everyone. {canChange && 'Drop files anywhere on this page.'}
            </EmptyState>
          }
        />
      </div>
    </section>
  );
}

function columnsFor(canChange: boolean): Column<SourceSummary>[] {
  return [
    {
      id: 'name',
      head: 'Name',
      cell: (source) => (
        <SourceName source={source}>
          <span className="mt-1 block sm:hidden">
            <SourceStatusBadge source={source} />
          </span>
        </SourceName>
      ),
    },
    {
      id: 'status',
      head: 'Status',
      hiddenBelow: 'sm',
      cell: (source) => <SourceStatusBadge source={source} />,
    },
    {
      id: 'access',
      head: 'In talks',
      cell: (source) => <OwnAccessSelect source={source} isDisabled={!canChange} />,
    },
    ...(canChange ? [sourceMenuColumn] : []),
  ];
}
