import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AccessBySource } from '../../../core/twin/source-access.ts';
import { Button } from '../../ui/button.tsx';
import type { SourceGap } from './source-gap.ts';
import { useSourceGap } from './use-source-gap.ts';

export interface SourceGapWarningProps {
  accesses: AccessBySource;
  /** Goes to where sources are chosen; left out where they are. */
  onChoose?: () => void;
}

/** Says what becomes of a twin that has no source to answer from, or that this is not known; nothing when it has one. */
export function SourceGapWarning({ accesses, onChoose }: SourceGapWarningProps) {
  const check = useSourceGap(accesses);
  if (check.kind === 'unknown') {
    // Where sources are chosen, their list itself says that it did not come.
    if (check.of === 'sources' && !onChoose) return null;
    return <Unknown of={check.of} onRetry={check.retry} />;
  }
  const { gap } = check;
  if (!gap) return null;
  return (
    <Warning
      words={
        <>
          <strong className="font-semibold">{gapWords[gap]}</strong> The twin has nothing to answer from:{' '}
          {becauseOf(gap)}
        </>
      }
    >
      <WaysOut gap={gap} onChoose={onChoose} />
    </Warning>
  );
}

const gapWords: Readonly<Record<SourceGap, string>> = {
  noSources: 'There are no sources yet.',
  noneChosen: 'No source may be used.',
  noneReadable: 'None of the chosen sources could be read.',
  onlyInternal: 'Only internal sources may be used, and there is no model.',
};

function becauseOf(gap: SourceGap): string {
  return gap === 'onlyInternal'
    ? 'without a model it answers by quoting, and an internal source is never quoted.'
    : 'without a model it can only say that it does not know, and a model has no more than its rules.';
}

function Unknown({ of, onRetry }: { of: 'sources' | 'models'; onRetry: () => void }) {
  const missing =
    of === 'sources'
      ? 'the list of sources did not come'
      : 'it has internal sources only, and whether there is a model is not known';
  return (
    <Warning
      words={
        <>
          <strong className="font-semibold">Whether the twin has something to answer from could not be checked:</strong>{' '}
          {missing}.
        </>
      }
    >
      <Button size="small" onClick={onRetry}>
        Try again
      </Button>
    </Warning>
  );
}

function Warning({ words, children }: { words: ReactNode; children: ReactNode }) {
  return (
    <div
      role="status"
      className="flex flex-wrap items-start gap-x-2.5 gap-y-2 rounded-lg bg-warn-soft px-3.5 py-2.5 text-[0.8125rem] text-warn"
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <p className="min-w-0 flex-1 basis-60 text-pretty">{words}</p>
      {children}
    </div>
  );
}

function WaysOut({ gap, onChoose }: { gap: SourceGap; onChoose: (() => void) | undefined }) {
  return (
    <>
      {gap === 'onlyInternal' && (
        <Button size="small" asChild>
          <Link to="/settings/models">Set up a model</Link>
        </Button>
      )}
      {gap === 'noSources' && onChoose && (
        <Button size="small" asChild>
          <Link to="/sources">Add sources</Link>
        </Button>
      )}
      {gap !== 'noSources' && onChoose && (
        <Button size="small" onClick={onChoose}>
          Choose sources
        </Button>
      )}
    </>
  );
}
