import { classes } from './classes.ts';

/** The shape of what is loading. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classes('block animate-pulse rounded-md bg-sunken', className)} />;
}

/** Lines of text that are loading, said once to screen readers. */
export function SkeletonLines({ lines = 4 }: { lines?: number }) {
  return (
    <div role="status" className="grid gap-3 py-2">
      <span className="sr-only">Loading</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
        <Skeleton key={line} className={classes('h-4', ['w-3/4', 'w-1/2', 'w-2/3'][line % 3])} />
      ))}
    </div>
  );
}
