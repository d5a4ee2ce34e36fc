import type { ReactNode } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';

/** A text to take along. */
export function Copyable({ label, text, children }: { label: string; text: string; children?: ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <p className="font-medium text-[0.8125rem]">{label}</p>
      <div className="flex items-center gap-2">
        <code className="min-w-0 flex-1 select-all break-all rounded-lg border border-line bg-sunken px-3 py-1.5 font-mono text-[0.8125rem]">
          {text}
        </code>
        {children}
        <CopyButton size="small" text={text} label={`Copy: ${label}`}>
          Copy
        </CopyButton>
      </div>
    </div>
  );
}
