import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Library } from 'lucide-react';
import { useCan } from '../access/workspace-queries.ts';
import { Page } from '../shell/page.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PagedTable } from '../ui/paged-table.tsx';
import { AddSources } from './add/add-sources.tsx';
import { DropHint } from './add/drop-hint.tsx';
import { UploadList } from './add/upload-list.tsx';
import { useFileDrop } from './add/use-file-drop.ts';
import { useUploads } from './add/use-uploads.ts';
import { sourceColumns, sourceMenuColumn } from './source-columns.tsx';
import { SourceFilters } from './source-filters.tsx';
import { sourcesQuery } from './source-queries.ts';

const route = getRouteApi('/shell/sources');

/** Every source, how far each is, and the ways to add more. */
export function SourcesPage() {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const canChange = useCan('twins:write');
  const sources = useInfiniteQuery({ ...sourcesQuery(filter), placeholderData: keepPreviousData });
  const uploads = useUploads();
  const isOver = useFileDrop(uploads.add, canChange);
  const isNarrowed = Object.values(filter).some((part) => part !== undefined);
  const isNew = sources.data?.length === 0 && !sources.isPlaceholderData && !isNarrowed;
  const add = canChange && <AddSources onFiles={uploads.add} />;
  return (
    <Page
      title="Sources"
      description="What a twin answers from: documents, notes and web pages. Each deployment says which it may use; those of one person serve talks with that person."
      actions={!isNew && add}
    >
      {isOver && <DropHint />}
      <div className="mb-4 empty:hidden">
        <UploadList uploads={uploads} />
      </div>
      {!isNew && (
        <SourceFilters
          filter={filter}
          onChange={(change) => void navigate({ search: { ...filter, ...change }, replace: true })}
        />
      )}
      <PagedTable
        label="Sources"
        query={sources}
        columns={canChange ? [...sourceColumns, sourceMenuColumn] : sourceColumns}
        rowKey={({ id }) => id}
        empty={
          isNew ? (
            <EmptyState isFramed icon={Library} title="Give a twin something to answer from" action={add}>
              PDF, Word, PowerPoint, Markdown, text, CSV and email files, notes, or web pages. Drop files anywhere on
              this page.
            </EmptyState>
          ) : (
            <EmptyState
              icon={Library}
              title="No such sources"
              action={<Button onClick={() => void navigate({ search: {} })}>Show all</Button>}
            >
              None fits this search.
            </EmptyState>
          )
        }
      />
    </Page>
  );
}
