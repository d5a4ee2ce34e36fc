import { useQueryClient } from '@tanstack/react-query';
import { ProblemError } from '../../../contract/client.ts';
import { sourceEndpoints } from '../../../contract/sources.ts';
import { api } from '../../api/api.ts';
import { useProblemForm } from '../../api/use-problem-form.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Input } from '../../ui/input.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Textarea } from '../../ui/textarea.tsx';
import { addressesIn } from './addresses-in.ts';
import { OwnAccessField, ownAccessAtFirst } from './own-access-field.tsx';

/** Adds web pages, each as a source of its own; with a person, as that person's. */
export function AddPagesDialog({ personId, onClose }: { personId?: string; onClose: () => void }) {
  const queries = useQueryClient();
  const form = useProblemForm({
    defaultValues: { urls: '', hint: '', personAccess: ownAccessAtFirst },
    async send({ urls: typed, hint, personAccess }) {
      const urls = addressesIn(typed);
      const own = personId !== undefined && { personId, personAccess };
      const body = { urls, ...(hint.trim() !== '' && { hint: hint.trim() }), ...own };
      const { items } = await atTheField(urls, () => api.call(sourceEndpoints.addPages, { body }));
      notifyDone(items.length === 1 ? '1 web page is being read' : `${items.length} web pages are being read`);
      onClose();
      await queries.invalidateQueries({ queryKey: ['sources'] });
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title="Add web pages">
      <form onSubmit={form.onSubmit} className="grid gap-4">
        <Field
          label="Addresses"
          hint="Up to 10, one a line. Each becomes a source of its own."
          error={form.errorOf('urls')}
        >
          <Textarea
            autoFocus
            required
            className="min-h-24!"
            inputMode="url"
            spellCheck={false}
            placeholder="https://example.com/prices"
            {...form.register('urls')}
          />
        </Field>
        <Field
          label="Hint"
          isOptional
          hint="What matters there. Linked pages of the same site that fit it are read too."
          error={form.errorOf('hint')}
        >
          <Input maxLength={500} autoComplete="off" placeholder="Prices and opening hours" {...form.register('hint')} />
        </Field>
        {personId !== undefined && (
          <OwnAccessField error={form.errorOf('personAccess')} {...form.register('personAccess')} />
        )}
        <FormActions form={form} action="Add" onClose={onClose} />
      </form>
    </Dialog>
  );
}

/** All addresses are typed in one field, so what is wrong with one of them is said there, with the address. */
async function atTheField<Reply>(urls: readonly string[], send: () => Promise<Reply>): Promise<Reply> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const problems = error.problem.problems?.map(({ field, message, ...rest }) => {
      const [, index] = /^urls\.(\d+)/.exec(field) ?? [];
      return index === undefined
        ? { ...rest, field, message }
        : { ...rest, field: 'urls', message: `“${urls[Number(index)]}” ${message}` };
    });
    throw new ProblemError({ ...error.problem, ...(problems && { problems }) });
  }
}
