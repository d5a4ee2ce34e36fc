import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';

export interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** Stands in the place of a list that has no entries at all yet. */
  isFramed?: boolean;
}

/** What a place is for when there is nothing in it yet, and the one thing to do. */
export function EmptyState({ icon: Icon, title, children, action, isFramed = false }: EmptyStateProps) {
  return (
    <div className={classes(isFramed && 'rounded-xl border border-line border-dashed bg-surface')}>
      <div className="mx-auto flex max-w-md flex-col items-center px-4 py-14 text-center">
        <span className="mb-4 grid size-11 place-items-center rounded-2xl bg-accent-soft text-accent-text">
          <Icon aria-hidden className="size-5" />
        </span>
        <h2 className="font-semibold text-base">{title}</h2>
        {children && <div className="mt-1.5 text-pretty text-soft">{children}</div>}
        {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
      </div>
    </div>
  );
}
