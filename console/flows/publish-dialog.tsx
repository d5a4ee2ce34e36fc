import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { type FlowReply, flowEndpoints } from '../../contract/flows.ts';
import type { ProblemItem } from '../../contract/problem.ts';
import { api } from '../api/api.ts';
import { useProblemForm } from '../api/use-problem-form.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { Field, FieldError } from '../ui/field.tsx';
import { notifyDone } from '../ui/notify.ts';
import { SkeletonLines } from '../ui/skeleton.tsx';
import { Textarea } from '../ui/textarea.tsx';
import { draftProblemsQuery, flowQuery } from './flow-queries.ts';

/** Makes the draft the next version, with a note; or says what keeps it from being one. */
export function PublishDialog({ flow, onClose }: { flow: FlowReply; onClose: () => void }) {
  const queries = useQueryClient();
  const { revision } = flow.draft;
  const check = useQuery(draftProblemsQuery(flow.id, revision));
  const form = useProblemForm({
    defaultValues: { note: '' },
    async send({ note }) {
      const version = await api.call(flowEndpoints.publishVersion, {
        params: { id: flow.id },
        body: { revision, ...(note.trim() && { note: note.trim() }) },
      });
      notifyDone(`Version ${version.number} is published`);
      onClose();
      void queries.invalidateQueries({ queryKey: ['flows'] });
      await queries.invalidateQueries(flowQuery(flow.id));
    },
  });
  const problems = check.data?.problems ?? [];
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Publish version ${(flow.newestVersion ?? 0) + 1}`}
      description="Running sessions stay on the version they began with."
    >
      <form onSubmit={form.onSubmit} className="grid gap-4">
        {check.isPending && <SkeletonLines lines={2} />}
        {problems.length > 0 && <Problems problems={problems} />}
        {check.isSuccess && problems.length === 0 && (
          <p className="flex items-center gap-2 text-good">
            <CircleCheck aria-hidden className="size-4" />
            The draft is ready to be published.
          </p>
        )}
        <Field label="Note" isOptional hint="What is new, for the history." error={form.errorOf('note')}>
          <Textarea maxLength={2000} {...form.register('note')} />
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

function Problems({ problems }: { problems: readonly ProblemItem[] }) {
  return (
    <div className="rounded-lg bg-bad-soft px-3.5 py-3">
      <p className="font-medium text-bad">
        {problems.length === 1 ? 'One thing has' : `${problems.length} things have`} to be mended first
      </p>
      <ul className="mt-1.5 grid max-h-48 gap-1 overflow-y-auto">
        {problems.map(({ nodeId, field, message }) => (
          <li key={`${nodeId} ${field} ${message}`} className="break-words">
            {nodeId && <code className="mr-1.5 font-mono text-xs">{nodeId}</code>}
            {field && `${field}: `}
            {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
