import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';

/** A key or a link that is shown this one time, with a button to copy it. */
export function ShownOnce({ label, text, children }: { label: string; text: string; children: ReactNode }) {
  return (
    <div className="grid gap-3">
      <div className="flex items-center gap-2 rounded-lg border border-line bg-sunken py-1.5 pr-1.5 pl-3">
        <code className="min-w-0 flex-1 select-all break-all font-mono text-[0.8125rem]">{text}</code>
        <CopyButton text={text} label={`Copy: ${label}`} size="small">
          Copy
        </CopyButton>
      </div>
      <p className="text-soft">{children}</p>
    </div>
  );
}
