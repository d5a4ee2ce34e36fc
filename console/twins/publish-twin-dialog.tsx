import { useQuery } from '@tanstack/react-query';
import { type TwinReply, twinEndpoints } from '../../contract/twins.ts';
import { api } from '../api/api.ts';
import { ScrollRegion } from '../flows/scroll-region.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FieldError } from '../ui/field.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { SkeletonLines } from '../ui/skeleton.tsx';
import { PublishForm } from '../versions/publish-form.tsx';
import { changedWith, twinDiffQuery, twinProblemsQuery } from './twin-queries.ts';
import { TwinDiffView } from './versions/twin-diff-view.tsx';

export interface PublishTwinDialogProps {
  twin: Pick<TwinReply, 'id' | 'newestVersion'>;
  /** The draft's revision that is to be published; what the author looked at. */
  revision: number;
  onClose: () => void;
}

/** Makes the draft the next version, or says what is in the way. */
export function PublishTwinDialog({ twin, revision, onClose }: PublishTwinDialogProps) {
  const check = useQuery(twinProblemsQuery(twin.id, revision));
  const newest = twin.newestVersion;
  const diff = useQuery({ ...twinDiffQuery(twin.id, newest ?? 0, 'draft', revision), enabled: newest !== null });
  const problems = check.data?.problems ?? [];
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Publish version ${(newest ?? 0) + 1}`}
      description="Deployments that follow the latest version serve it to new sessions at once. Sources are read as they are, whatever is published, unless a deployment is pinned."
    >
      <PublishForm
        publish={(version) =>
          api.call(twinEndpoints.publishTwinVersion, { params: { id: twin.id }, body: { ...version, revision } })
        }
        refresh={changedWith(twin.id)}
        isReady={check.isSuccess && problems.length === 0}
        onClose={onClose}
      >
        {check.isError && <ProblemNote error={check.error} onRetry={() => void check.refetch()} />}
        {problems.map(({ field, message }) => (
          <FieldError key={field}>{message}</FieldError>
        ))}
        {newest !== null && (
          <section className="grid gap-1.5">
            <h3 className="font-medium">Changes since v{newest}</h3>
            {diff.isPending && <SkeletonLines lines={2} />}
            {diff.isError && <ProblemNote error={diff.error} onRetry={() => void diff.refetch()} />}
            {diff.data && (
              <ScrollRegion label={`Changes since v${newest}`} className="max-h-64">
                <TwinDiffView diff={diff.data} />
              </ScrollRegion>
            )}
          </section>
        )}
      </PublishForm>
    </Dialog>
  );
}
