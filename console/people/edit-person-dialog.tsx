import { useQueryClient } from '@tanstack/react-query';
import { type PersonReply, peopleEndpoints } from '../../contract/people.ts';
import { api } from '../api/api.ts';
import { useProblemForm } from '../api/use-problem-form.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { FormActions } from '../ui/form-actions.tsx';
import { Input } from '../ui/input.tsx';
import { notifyDone } from '../ui/notify.ts';
import { personQuery } from './people-queries.ts';

/** Changes what a person is called and where they are written to; a field left empty is not known. */
export function EditPersonDialog({ person, onClose }: { person: PersonReply; onClose: () => void }) {
  const queries = useQueryClient();
  const { id } = person;
  const form = useProblemForm({
    defaultValues: { name: person.name ?? '', email: person.email ?? '' },
    async send({ name, email }) {
      const body = { name: name.trim() || null, email: email.trim() || null };
      queries.setQueryData(
        personQuery(id).queryKey,
        await api.call(peopleEndpoints.changePerson, { params: { id }, body }),
      );
      notifyDone('The profile was saved');
      onClose();
      await queries.invalidateQueries({ queryKey: ['people'] });
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title="Edit profile">
      <form onSubmit={form.onSubmit} className="grid gap-4">
        <Field label="Name" isOptional error={form.errorOf('name')}>
          <Input autoFocus maxLength={200} autoComplete="off" dir="auto" {...form.register('name')} />
        </Field>
        <Field
          label="Email"
          isOptional
          hint="Where a signed identity names another, that one is kept from the next visit on."
          error={form.errorOf('email')}
        >
          <Input type="email" maxLength={320} autoComplete="off" {...form.register('email')} />
        </Field>
        <FormActions form={form} action="Save" onClose={onClose} />
      </form>
    </Dialog>
  );
}
