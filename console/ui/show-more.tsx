import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from './button.tsx';

export interface ShowMoreProps {
  query: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;
  label?: string;
  className?: string;
}

/** Fetches the next page of a list, as long as there is one. */
export function ShowMore({ query, label = 'Show more', className }: ShowMoreProps) {
  if (!query.hasNextPage) return null;
  return (
    <Button
      size="small"
      className={className}
      isBusy={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      {label}
    </Button>
  );
}
