import { Skeleton } from '../ui/skeleton.tsx';

/** The shape of a page that is on its way. */
export function LoadingPage() {
  return (
    <div role="status" className="mx-auto w-full max-w-6xl px-4 py-6 md:px-8 md:py-8">
      <span className="sr-only">Loading</span>
      <Skeleton className="mb-6 h-7 w-44" />
      <Skeleton className="h-64 w-full rounded-xl" />
    </div>
  );
}
