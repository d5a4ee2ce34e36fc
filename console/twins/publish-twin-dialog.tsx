import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type TwinReply, twinEndpoints } from '../../contract/twins.ts';
import { api } from '../api/api.ts';
import { useProblemForm } from '../api/use-problem-form.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { Field, FieldError } from '../ui/field.tsx';
import { notifyDone } from '../ui/notify.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Textarea } from '../ui/textarea.tsx';
import { changedWith, twinProblemsQuery } from './twin-queries.ts';

export interface PublishTwinDialogProps {
  twin: Pick<TwinReply, 'id' | 'newestVersion'>;
  /** The draft's revision that is to be published; what the author looked at. */
  revision: number;
  onClose: () => void;
}

/** Makes the draft the next version, or says what is in the way. */
export function PublishTwinDialog({ twin, revision, onClose }: PublishTwinDialogProps) {
  const queries = useQueryClient();
  const check = useQuery(twinProblemsQuery(twin.id, revision));
  const form = useProblemForm({
    defaultValues: { note: '' },
    async send({ note }) {
      const version = await api.call(twinEndpoints.publishTwinVersion, {
        params: { id: twin.id },
        body: { revision, ...(note.trim() !== '' && { note: note.trim() }) },
      });
      notifyDone(`Version ${version.number} is published`);
      onClose();
      await Promise.all(
        [...changedWith(twin.id), ['deployments']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
    },
  });
  const problems = check.data?.problems ?? [];
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Publish version ${(twin.newestVersion ?? 0) + 1}`}
      description="Deployments that follow the latest version serve it to new sessions at once. Sources are read as they are, whatever is published, unless a deployment is pinned."
    >
      <form onSubmit={form.onSubmit} className="grid gap-4">
        {check.isError && <ProblemNote error={check.error} onRetry={() => void check.refetch()} />}
        {problems.map(({ field, message }) => (
          <FieldError key={field}>{message}</FieldError>
        ))}
        <Field label="Note" isOptional hint="What is new, for the version history." error={form.errorOf('note')}>
          <Textarea rows={2} maxLength={2000} {...form.register('note')} />
        </Field>
        {form.problem && <FieldError>{form.problem}</FieldError>}
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="main" disabled={problems.length > 0} isBusy={form.isBusy}>
            Publish
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
