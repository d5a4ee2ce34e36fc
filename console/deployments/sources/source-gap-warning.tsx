import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import type { AccessBySource } from '../../../core/twin/source-access.ts';
import { Button } from '../../ui/button.tsx';
import { type SourceGap, sourceGap } from './source-gap.ts';
import { useEverySource } from './use-every-source.ts';

export interface SourceGapWarningProps {
  accesses: AccessBySource;
  /** Goes to where sources are chosen; left out where they are. */
  onChoose?: () => void;
}

/** Says what becomes of a twin that has no source to answer from; nothing when it has one. */
export function SourceGapWarning({ accesses, onChoose }: SourceGapWarningProps) {
  const { sources } = useEverySource();
  const gap = sources && sourceGap(accesses, sources);
  if (!gap) return null;
  return (
    <div
      role="status"
      className="flex flex-wrap items-start gap-x-2.5 gap-y-2 rounded-lg bg-warn-soft px-3.5 py-2.5 text-[0.8125rem] text-warn"
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <p className="min-w-0 flex-1 basis-60 text-pretty">
        <strong className="font-semibold">{gapWords[gap]}</strong> The twin has nothing to answer from: without a model
        it can only say that it does not know, and a model has no more than its rules.
      </p>
      {onChoose && <WayOut gap={gap} onChoose={onChoose} />}
    </div>
  );
}

const gapWords: Readonly<Record<SourceGap, string>> = {
  noSources: 'There are no sources yet.',
  noneChosen: 'No source may be used.',
  noneReadable: 'None of the chosen sources could be read.',
};

function WayOut({ gap, onChoose }: { gap: SourceGap; onChoose: () => void }) {
  if (gap !== 'noSources') {
    return (
      <Button size="small" onClick={onChoose}>
        Choose sources
      </Button>
    );
  }
  return (
    <Button size="small" asChild>
      <Link to="/sources">Add sources</Link>
    </Button>
  );
}
