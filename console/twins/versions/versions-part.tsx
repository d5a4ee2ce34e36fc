import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type TwinReply, twinEndpoints } from '../../../contract/twins.ts';
import { api } from '../../api/api.ts';
import { useAction } from '../../api/use-action.ts';
import { Card } from '../../ui/card.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { type Compared, CompareVersions } from '../../versions/compare-versions.tsx';
import { VersionEntry } from '../../versions/version-entry.tsx';
import { changedWith, twinDiffQuery, twinQuery, twinVersionsQuery } from '../twin-queries.ts';
import { TwinDiffView } from './twin-diff-view.tsx';

export interface VersionsPartProps {
  twin: TwinReply;
  /** The draft that a restored version replaces. */
  revision: number;
  /** Nothing can be restored over what is not saved. */
  isDirty: boolean;
  canChange: boolean;
}

/** What was published, what differs between any two sides, and the way back. */
export function VersionsPart({ twin, revision, isDirty, canChange }: VersionsPartProps) {
  const queries = useQueryClient();
  const versions = useInfiniteQuery(twinVersionsQuery(twin.id));
  const [chosen, setChosen] = useState<Compared | null>(null);
  const restore = useAction({
    run: (number: number) =>
      api.call(twinEndpoints.restoreTwinVersion, { params: { id: twin.id }, body: { revision, number } }),
    refresh: changedWith(twin.id),
    failure: 'The draft is as it was',
    onDone: (restored, number) => {
      queries.setQueryData(twinQuery(twin.id).queryKey, restored);
      notifyDone(`Version ${number} is the draft again`, { description: 'Publish it to have visitors meet it.' });
    },
  });
  const numbers = (versions.data ?? []).map(({ number }) => number);
  return (
    <div className="grid gap-5">
      <Card title="Versions" description="A version never changes. Running conversations stay on theirs.">
        {versions.isPending && <SkeletonLines lines={3} />}
        {versions.isError && <ProblemNote error={versions.error} onRetry={() => void versions.refetch()} />}
        {versions.data?.length === 0 && (
          <p className="text-soft">
            Nothing is published yet. Publishing makes version 1, which deployments can serve.
          </p>
        )}
        {isDirty && canChange && versions.data && versions.data.length > 0 && (
          <p className="mb-3 text-soft">Save or discard what you changed to restore a version.</p>
        )}
        <ul className="grid gap-1.5">
          {versions.data?.map((version) => (
            <VersionEntry
              key={version.id}
              version={version}
              isNewest={version.number === twin.newestVersion}
              isRestoring={restore.isPending}
              onCompare={() => setChosen([version.number, 'draft'])}
              onRestore={canChange && !isDirty ? () => restore.mutate(version.number) : undefined}
            />
          ))}
        </ul>
        <ShowMore query={versions} label="Show older versions" className="mt-3" />
      </Card>
      {numbers.length > 0 && (
        <Comparison
          twinId={twin.id}
          revision={revision}
          numbers={numbers}
          compared={chosen ?? [twin.newestVersion ?? 0, 'draft']}
          onCompare={setChosen}
          isDirty={isDirty}
        />
      )}
    </div>
  );
}

interface ComparisonProps {
  twinId: string;
  revision: number;
  numbers: readonly number[];
  compared: Compared;
  onCompare: (compared: Compared) => void;
  isDirty: boolean;
}

function Comparison({ twinId, revision, numbers, compared, onCompare, isDirty }: ComparisonProps) {
  const diff = useQuery(twinDiffQuery(twinId, ...compared, revision));
  return (
    <Card
      title="What changed"
      description={isDirty ? 'The draft as it was last saved: what you changed since is not in it.' : undefined}
    >
      <CompareVersions numbers={numbers} compared={compared} onCompare={onCompare} diff={diff}>
        {(found) => <TwinDiffView diff={found} />}
      </CompareVersions>
    </Card>
  );
}
