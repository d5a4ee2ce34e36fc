import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { VersionSummary } from '../../../contract/subjects.ts';
import { type TwinReply, twinEndpoints } from '../../../contract/twins.ts';
import { api } from '../../api/api.ts';
import { useAction } from '../../api/use-action.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Moment } from '../../ui/moment.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { changedWith, twinQuery, twinVersionsQuery } from '../twin-queries.ts';

export interface VersionsPartProps {
  twin: TwinReply;
  /** The draft that a restored version replaces. */
  revision: number;
  /** Nothing can be restored over what is not saved. */
  isDirty: boolean;
  canChange: boolean;
}

/** What was published, and the way back to it. */
export function VersionsPart({ twin, revision, isDirty, canChange }: VersionsPartProps) {
  const queries = useQueryClient();
  const versions = useInfiniteQuery(twinVersionsQuery(twin.id));
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
  return (
    <Card title="Versions" description="A version never changes. Running conversations stay on theirs.">
      {versions.isPending && <SkeletonLines lines={3} />}
      {versions.isError && <ProblemNote error={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.data?.length === 0 && (
        <p className="text-soft">Nothing is published yet. Publishing makes version 1, which deployments can serve.</p>
      )}
      {isDirty && canChange && versions.data && versions.data.length > 0 && (
        <p className="mb-3 text-soft">Save or discard what you changed to restore a version.</p>
      )}
      <ul className="grid gap-1.5">
        {versions.data?.map((version) => (
          <Version
            key={version.id}
            version={version}
            isNewest={version.number === twin.newestVersion}
            isBusy={restore.isPending}
            onRestore={canChange && !isDirty ? () => restore.mutate(version.number) : undefined}
          />
        ))}
      </ul>
      <ShowMore query={versions} label="Show older versions" className="mt-3" />
    </Card>
  );
}

function Version(props: {
  version: VersionSummary;
  isNewest: boolean;
  isBusy: boolean;
  onRestore: (() => void) | undefined;
}) {
  const { number, note, createdAt, createdBy } = props.version;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-xl border border-line px-3 py-2">
      <div className="min-w-0 flex-1 basis-48">
        <p className="flex items-center gap-2">
          <span className="font-medium">Version {number}</span>
          {props.isNewest && <Badge tone="good">Newest</Badge>}
        </p>
        <p className="text-soft text-xs">
          <Moment at={createdAt} />
          {createdBy && ` by ${createdBy.name}`}
        </p>
        {note && <p className="wrap-anywhere mt-0.5 whitespace-pre-wrap">{note}</p>}
      </div>
      {props.onRestore && (
        <Button
          size="small"
          look="quiet"
          isBusy={props.isBusy}
          aria-label={`Restore version ${number} into the draft`}
          onClick={props.onRestore}
        >
          Restore
        </Button>
      )}
    </li>
  );
}
