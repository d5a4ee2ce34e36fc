import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

/** Why the first choice of brain did not answer; visitors do not see it. */
export function AnswerNotice({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-start gap-2 rounded-lg bg-warn-soft px-3 py-2 text-[0.8125rem] text-warn">
      <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="wrap-anywhere min-w-0">{children}</span>
    </p>
  );
}
