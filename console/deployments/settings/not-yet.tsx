import { Info } from 'lucide-react';
import type { ReactNode } from 'react';

/** Says of a setting that is kept, or not offered, that nothing comes of it yet. */
export function NotYet({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-start gap-2.5 rounded-lg bg-info-soft px-3.5 py-2.5 text-[0.8125rem] text-info">
      <Info aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
