import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { SessionFilter } from './session-filter.ts';
import { sessionsQuery } from './session-queries.ts';

export interface Neighbours {
  /** The newer session, above in the list. */
  readonly previous: string | undefined;
  /** The older session, below in the list. */
  readonly next: string | undefined;
}

/** The sessions beside this one in the filtered list, whose next page is fetched when it is needed. */
export function useNeighbours(sessionId: string, filter: SessionFilter): Neighbours {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    ...sessionsQuery(filter),
    // Reading and judging move sessions out of some filters; the order someone goes through stays.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const known = useRef<readonly string[]>([]);
  const ids = data?.map(({ id }) => id) ?? [];
  if (ids.includes(sessionId)) known.current = ids;
  const at = known.current.indexOf(sessionId);
  const isLast = at !== -1 && at === known.current.length - 1;
  useEffect(() => {
    if (isLast && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [isLast, hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (at === -1) return { previous: undefined, next: undefined };
  return { previous: known.current[at - 1], next: known.current[at + 1] };
}
