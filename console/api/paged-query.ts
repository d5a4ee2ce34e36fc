import { infiniteQueryOptions, type QueryKey } from '@tanstack/react-query';
import type { Page } from '../../contract/common.ts';

/** A cursor list for `useInfiniteQuery`: its data are the items of every page fetched so far. */
export function pagedQuery<Item>(
  queryKey: QueryKey,
  fetchPage: (page: { cursor?: string; signal: AbortSignal }) => Promise<Page<Item>>,
) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetchPage({ ...(pageParam && { cursor: pageParam }), signal }),
    initialPageParam: '',
    getNextPageParam: (page: Page<Item>) => page.nextCursor ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  });
}
