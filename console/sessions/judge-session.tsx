import { useCan } from '../access/workspace-queries.ts';
import { VerdictButtons, type VerdictButtonsProps } from './verdict-buttons.tsx';

/** Asks a member how an ended session went; those who may not judge are not asked. */
export function JudgeSession({ session }: Pick<VerdictButtonsProps, 'session'>) {
  if (!useCan('sessions:write')) return null;
  return (
    <div className="mt-4 border-line border-t pt-4">
      <p aria-hidden className="mb-2 text-faint text-xs">
        How did it go, in your eyes?
      </p>
      <VerdictButtons session={session} question="How did it go, in your eyes?" />
    </div>
  );
}
