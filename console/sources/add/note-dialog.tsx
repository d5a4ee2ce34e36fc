import { useQueryClient } from '@tanstack/react-query';
import { sourceEndpoints } from '../../../contract/sources.ts';
import { api } from '../../api/api.ts';
import { useProblemForm } from '../../api/use-problem-form.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Field, FieldError } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Textarea } from '../../ui/textarea.tsx';

/** Writes a source by hand. */
export function NoteDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const form = useProblemForm({
    defaultValues: { name: '', text: '' },
    async send({ name, text }) {
      const note = await api.call(sourceEndpoints.createNote, { body: { name: name.trim(), text } });
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
        {form.problem && <FieldError>{form.problem}</FieldError>}
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="main" isBusy={form.isBusy}>
            Save note
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
