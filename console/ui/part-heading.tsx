import type { ReactNode } from 'react';

/** The title of a part that stands in no card of its own. */
export function PartHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header>
      <h2 className="font-semibold text-base">{title}</h2>
      {children && <p className="mt-1 max-w-prose text-pretty text-soft">{children}</p>}
    </header>
  );
}
