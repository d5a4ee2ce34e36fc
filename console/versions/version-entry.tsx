import type { ReactNode } from 'react';
import type { VersionSummary } from '../../contract/subjects.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Moment } from '../ui/moment.tsx';

export interface VersionEntryProps {
  version: VersionSummary;
  isNewest: boolean;
  onCompare: () => void;
  /** Absent where it cannot be restored now. */
  onRestore: (() => void) | undefined;
  isRestoring?: boolean;
  /** What else can be done with it. */
  children?: ReactNode;
}

/** A version in the history of a flow or twin, to be compared with the draft and restored into it. */
export function VersionEntry({ version, isNewest, onCompare, onRestore, isRestoring, children }: VersionEntryProps) {
  const { number, note, createdAt, createdBy } = version;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-xl border border-line px-3 py-2">
      <div className="min-w-0 flex-1 basis-48">
        <p className="flex items-center gap-2">
          <span className="font-medium">Version {number}</span>
          {isNewest && <Badge tone="good">Newest</Badge>}
        </p>
        <p className="text-soft text-xs">
          <Moment at={createdAt} />
          {createdBy && ` by ${createdBy.name}`}
        </p>
        {note && <p className="wrap-anywhere mt-0.5 whitespace-pre-wrap">{note}</p>}
      </div>
      <div className="flex flex-wrap gap-1">
        {children}
        <Button size="small" look="quiet" aria-label={`Compare version ${number} with the draft`} onClick={onCompare}>
          Compare
        </Button>
        {onRestore && (
          <Button
            size="small"
            look="quiet"
            isBusy={isRestoring}
            aria-label={`Restore version ${number} into the draft`}
            onClick={onRestore}
          >
            Restore
          </Button>
        )}
      </div>
    </li>
  );
}
