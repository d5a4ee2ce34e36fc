import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** What a place is for when there is nothing in it yet, and the one thing to do. */
export function EmptyState(props: { icon: LucideIcon; title: string; children?: ReactNode; action?: ReactNode }) {
  const Icon = props.icon;
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-4 py-14 text-center">
      <span className="mb-4 grid size-11 place-items-center rounded-2xl bg-accent-soft text-accent-text">
        <Icon aria-hidden className="size-5" />
      </span>
      <h2 className="font-semibold text-base">{props.title}</h2>
      {props.children && <div className="mt-1.5 text-pretty text-soft">{props.children}</div>}
      {props.action && <div className="mt-5 flex flex-wrap justify-center gap-2">{props.action}</div>}
    </div>
  );
}
