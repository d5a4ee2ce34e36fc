import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { sourcesQuery } from '../../sources/source-queries.ts';

/** The sources a deployment names, page after page: what is said or chosen of all of them needs all of them. */
export function useEverySource() {
  const query = useInfiniteQuery(sourcesQuery({ of: 'everyone' }));
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  return { error: query.error, refetch: query.refetch, sources: hasNextPage ? undefined : query.data };
}
