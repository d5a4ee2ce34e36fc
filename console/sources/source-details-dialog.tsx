import { type SourceSummary, sourceEndpoints } from '../../contract/sources.ts';
import { api } from '../api/api.ts';
import { useAction } from '../api/use-action.ts';
import { useProblemForm } from '../api/use-problem-form.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { FormActions } from '../ui/form-actions.tsx';
import { Input } from '../ui/input.tsx';
import { changedWith } from './source-queries.ts';

/** What a source is called; of a web page also what to look for there. */
export function SourceDetailsDialog({ source, onClose }: { source: SourceSummary; onClose: () => void }) {
  const isPage = source.kind === 'url';
  const change = useAction({
    run: (body: { name: string; hint?: string }) =>
      api.call(sourceEndpoints.changeSource, { params: { id: source.id }, body }),
    refresh: changedWith(source.id),
  });
  const form = useProblemForm({
    defaultValues: { name: source.name, hint: source.hint ?? '' },
    async send({ name, hint }) {
      await change.mutateAsync({ name: name.trim(), ...(isPage && { hint: hint.trim() }) });
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title="Rename source">
      <form onSubmit={form.onSubmit} className="grid gap-4">
        <Field label="Name" hint="Visitors read it where an answer cites this source." error={form.errorOf('name')}>
          <Input autoFocus required maxLength={200} autoComplete="off" {...form.register('name')} />
        </Field>
        {isPage && (
          <Field
            label="Hint"
            isOptional
            hint="What matters there. Linked pages of the same site that fit it are read too, the next time."
            error={form.errorOf('hint')}
          >
            <Input maxLength={500} autoComplete="off" {...form.register('hint')} />
          </Field>
        )}
        <FormActions form={form} action="Save" onClose={onClose} />
      </form>
    </Dialog>
  );
}
