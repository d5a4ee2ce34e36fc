import { useQueryClient } from '@tanstack/react-query';
import { sourceEndpoints } from '../../../contract/sources.ts';
import { api } from '../../api/api.ts';
import { useProblemForm } from '../../api/use-problem-form.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Input } from '../../ui/input.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Textarea } from '../../ui/textarea.tsx';
import { OwnAccessField, ownAccessAtFirst } from './own-access-field.tsx';

/** Writes a source by hand; with a person, one of that person's own. */
export function NoteDialog({ personId, onClose }: { personId?: string; onClose: () => void }) {
  const queries = useQueryClient();
  const form = useProblemForm({
    defaultValues: { name: '', text: '', personAccess: ownAccessAtFirst },
    async send({ name, text, personAccess }) {
      const own = personId !== undefined && { personId, personAccess };
      const note = await api.call(sourceEndpoints.createNote, { body: { name: name.trim(), text, ...own } });
      notifyDone(`${note.name} can be used`);
      onClose();
      await queries.invalidateQueries({ queryKey: ['sources'] });
    },
  });
  return (
    <Dialog isOpen onClose={onClose} size="wide" title="Write a note">
      <form onSubmit={form.onSubmit} className="grid gap-4">
        <Field label="Name" hint="Visitors read it where an answer cites this note." error={form.errorOf('name')}>
          <Input autoFocus required maxLength={200} autoComplete="off" {...form.register('name')} />
        </Field>
        <Field
          label="Text"
          hint="Markdown: headings and lists help to find the right passage."
          error={form.errorOf('text')}
        >
          <Textarea required className="min-h-48!" {...form.register('text')} />
        </Field>
        {personId !== undefined && (
          <OwnAccessField error={form.errorOf('personAccess')} {...form.register('personAccess')} />
        )}
        <FormActions form={form} action="Save note" onClose={onClose} />
      </form>
    </Dialog>
  );
}
