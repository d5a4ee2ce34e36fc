import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { ProblemNote } from './problem-note.tsx';
import { ShowMore } from './show-more.tsx';
import { Table, type TableProps } from './table.tsx';

export interface PagedTableProps<Item> extends Omit<TableProps<Item>, 'items'> {
  /** `useInfiniteQuery(pagedQuery(…))`: its data are the items of all pages fetched so far. */
  query: UseInfiniteQueryResult<Item[]>;
}

/** A table whose server sends it page by page. */
export function PagedTable<Item>({ query, ...table }: PagedTableProps<Item>) {
  if (query.isError && query.data === undefined) {
    return <ProblemNote error={query.error} onRetry={() => void query.refetch()} />;
  }
  const shown = query.data?.length ?? 0;
  return (
    <>
      <Table {...table} items={query.data} />
      {query.hasNextPage && (
        <div className="mt-3 flex items-center justify-center gap-3 text-faint text-xs">
          <span role="status">{`${shown.toLocaleString()} shown`}</span>
          <ShowMore query={query} />
        </div>
      )}
    </>
  );
}
