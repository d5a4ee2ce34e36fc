import { useQuery } from '@tanstack/react-query';
import { type TwinReply, twinEndpoints } from '../../contract/twins.ts';
import { api } from '../api/api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FieldError } from '../ui/field.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { PublishForm } from '../versions/publish-form.tsx';
import { changedWith, twinProblemsQuery } from './twin-queries.ts';

export interface PublishTwinDialogProps {
  twin: Pick<TwinReply, 'id' | 'newestVersion'>;
  /** The draft's revision that is to be published; what the author looked at. */
  revision: number;
  onClose: () => void;
}

/** Makes the draft the next version, or says what is in the way. */
export function PublishTwinDialog({ twin, revision, onClose }: PublishTwinDialogProps) {
  const check = useQuery(twinProblemsQuery(twin.id, revision));
  const problems = check.data?.problems ?? [];
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Publish version ${(twin.newestVersion ?? 0) + 1}`}
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
      </PublishForm>
    </Dialog>
  );
}
