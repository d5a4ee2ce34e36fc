import { useInfiniteQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import type { DeploymentReply, DeploymentRevisionReply } from '../../../contract/deployments.ts';
import { useCan } from '../../access/workspace-queries.ts';
import { lazyPart } from '../../shell/lazy-part.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { PartHeading } from '../../ui/part-heading.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { Ago } from '../../ui/time.tsx';
import { revisionsQuery } from '../deployment-queries.ts';
import { ChangeList } from '../settings/change-list.tsx';
import { settingChanges } from '../settings/setting-changes.ts';
import { settingLabels } from '../settings/setting-words.ts';

const RestoreDialog = lazyPart(() => import('./restore-dialog.tsx'), 'RestoreDialog');

/** Who changed what and when, newest first; any state can be brought back. */
export function HistoryPart({ deployment }: { deployment: DeploymentReply }) {
  const revisions = useInfiniteQuery(revisionsQuery(deployment.id));
  const [restoring, setRestoring] = useState<DeploymentRevisionReply>();
  if (revisions.isPending) return <SkeletonLines />;
  if (revisions.isError) return <ProblemNote error={revisions.error} onRetry={() => void revisions.refetch()} />;
  return (
    <div className="grid gap-4">
      <PartHeading title="History">
        Every change makes a revision. A session remembers the one it began under.
      </PartHeading>
      <ol className="grid divide-y divide-line rounded-xl border border-line bg-surface shadow-card">
        {revisions.data.map((revision, index) => (
          <RevisionRow
            key={revision.revision}
            revision={revision}
            before={revisions.data[index + 1]}
            isCurrent={revision.revision === deployment.revision}
            onRestore={() => setRestoring(revision)}
          />
        ))}
      </ol>
      <ShowMore query={revisions} label="Show older changes" className="justify-self-center" />
      <Suspense>
        {restoring && (
          <RestoreDialog deployment={deployment} revision={restoring} onClose={() => setRestoring(undefined)} />
        )}
      </Suspense>
    </div>
  );
}

function RevisionRow(props: {
  revision: DeploymentRevisionReply;
  before: DeploymentRevisionReply | undefined;
  isCurrent: boolean;
  onRestore: () => void;
}) {
  const { revision, before, isCurrent, onRestore } = props;
  const { revision: number, at, by, changed, settings } = revision;
  const canChange = useCan('deployments:write');
  const isFirst = number === 1;
  return (
    <li className="grid gap-2 px-4 py-3.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <p className="min-w-48 flex-1">
          <span className="font-medium">{by?.name ?? 'Somebody'}</span>{' '}
          {isFirst ? 'made the deployment' : `changed ${settingLabels(changed).join(', ') || 'nothing'}`}
        </p>
        {isCurrent && <Badge tone="accent">In force</Badge>}
        {!isCurrent && canChange && (
          <Button size="small" aria-label={`Restore revision ${number}`} onClick={onRestore}>
            Restore
          </Button>
        )}
      </div>
      <p className="text-faint text-xs">
        Revision {number}, <Ago at={at} />
      </p>
      {!isFirst && before && (
        <details className="group">
          <summary className="w-fit rounded text-[0.8125rem] text-soft hover:text-ink">Before and after</summary>
          <div className="mt-2.5 border-line border-l-2 pl-3.5">
            <ChangeList changes={settingChanges(before.settings, settings)} />
          </div>
        </details>
      )}
    </li>
  );
}
