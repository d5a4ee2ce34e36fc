import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { FlowReply } from '../../../contract/flows.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { type Compared, CompareVersions } from '../../versions/compare-versions.tsx';
import { VersionEntry } from '../../versions/version-entry.tsx';
import type { NodeName } from './describe-diff.ts';
import { DiffView } from './diff-view.tsx';
import { RepinDialog } from './repin-dialog.tsx';
import { diffQuery, versionsQuery } from './version-queries.ts';

export interface VersionHistoryProps {
  flow: Pick<FlowReply, 'id' | 'newestVersion'>;
  draftRevision: number;
  nameOf: NodeName;
  /** Puts a version back into the draft; absent for members who may not. */
  onRestore?: (number: number) => void;
  canRepin: boolean;
  onClose: () => void;
}

/** Every version of a flow, what differs between any two, and the ways back. */
export function VersionHistory({ flow, draftRevision, nameOf, onRestore, canRepin, onClose }: VersionHistoryProps) {
  const versions = useInfiniteQuery(versionsQuery(flow.id));
  const [compared, setCompared] = useState<Compared>([flow.newestVersion ?? 0, 'draft']);
  const [pinned, setPinned] = useState<number | null>(null);
  const numbers = (versions.data ?? []).map(({ number }) => number);
  return (
    <Dialog isOpen onClose={onClose} size="wide" title="Versions">
      {versions.isPending && <SkeletonLines />}
      {versions.isError && <ProblemNote error={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.data?.length === 0 && (
        <p className="text-soft">Nothing is published yet. Publishing makes version 1, which then never changes.</p>
      )}
      {versions.data && versions.data.length > 0 && (
        <div className="grid gap-5">
          <ul className="grid gap-1.5">
            {versions.data.map((version) => (
              <VersionEntry
                key={version.id}
                version={version}
                isNewest={version.number === flow.newestVersion}
                onCompare={() => setCompared([version.number, 'draft'])}
                onRestore={onRestore && (() => onRestore(version.number))}
              >
                <FunnelLink flowId={flow.id} number={version.number} />
                {canRepin && <PinButton number={version.number} onPin={() => setPinned(version.number)} />}
              </VersionEntry>
            ))}
          </ul>
          <ShowMore query={versions} label="Show older versions" className="justify-self-start" />
          <Comparison
            flowId={flow.id}
            numbers={numbers}
            compared={compared}
            onCompare={setCompared}
            draftRevision={draftRevision}
            nameOf={nameOf}
          />
        </div>
      )}
      {pinned !== null && <RepinDialog flowId={flow.id} number={pinned} onClose={() => setPinned(null)} />}
    </Dialog>
  );
}

function FunnelLink({ flowId, number }: { flowId: string; number: number }) {
  return (
    <Button asChild size="small" look="quiet">
      <Link to="/flows/$flowId/versions/$number" params={{ flowId, number: String(number) }}>
        Funnel<span className="sr-only"> of version {number}: how far its sessions came</span>
      </Link>
    </Button>
  );
}

function PinButton({ number, onPin }: { number: number; onPin: () => void }) {
  return (
    <Button size="small" look="quiet" aria-label={`Pin deployments to version ${number}`} onClick={onPin}>
      Pin deployments…
    </Button>
  );
}

interface ComparisonProps {
  flowId: string;
  numbers: readonly number[];
  compared: Compared;
  onCompare: (compared: Compared) => void;
  draftRevision: number;
  nameOf: NodeName;
}

function Comparison({ flowId, numbers, compared, onCompare, draftRevision, nameOf }: ComparisonProps) {
  const diff = useQuery(diffQuery(flowId, ...compared, draftRevision));
  return (
    <section className="grid gap-3 border-line border-t pt-4">
      <h3 className="font-medium">What changed</h3>
      <CompareVersions numbers={numbers} compared={compared} onCompare={onCompare} diff={diff}>
        {(found) => <DiffView diff={found} nameOf={nameOf} />}
      </CompareVersions>
    </section>
  );
}
