import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ComponentProps, useState } from 'react';
import { type PersonReply, peopleEndpoints } from '../../contract/people.ts';
import { api } from '../api/api.ts';
import { useProblemForm } from '../api/use-problem-form.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FieldError } from '../ui/field.tsx';
import { FormActions } from '../ui/form-actions.tsx';
import { notifyDone } from '../ui/notify.ts';
import { SearchField } from '../ui/search-field.tsx';
import { Ago } from '../ui/time.tsx';
import { peopleQuery } from './people-queries.ts';
import { personName } from './person-name.ts';

const mostShown = 6;

/** Says that somebody is another person too, who is chosen from those found. */
export function MergePersonDialog({ person, onClose }: { person: PersonReply; onClose: () => void }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [q, setQ] = useState('');
  const found = useInfiniteQuery({ ...peopleQuery(q || undefined), placeholderData: keepPreviousData });
  const others = (found.data ?? []).filter(({ id }) => id !== person.id).slice(0, mostShown);
  const form = useProblemForm({
    defaultValues: { into: '' },
    async send({ into }) {
      const merged = await api.call(peopleEndpoints.mergePerson, { params: { id: person.id }, body: { into } });
      onClose();
      notifyDone(`${personName(person)} is ${personName(merged)} from now on`);
      await navigate({ to: '/people/$personId', params: { personId: merged.id } });
      await queries.invalidateQueries();
    },
  });
  const problem = form.errorOf('into');
  const into = form.watch('into');
  // Whom one no longer sees is not merged by mistake.
  const isChosen = others.some(({ id }) => id === into);
  return (
    <Dialog isOpen onClose={onClose} title={`Merge ${personName(person)} into another person`}>
      <form onSubmit={form.onSubmit} className="grid gap-4">
        <p className="text-soft">
          The other person gets all sessions, memory, sources and keys. Where both know something, theirs stays. This
          cannot be taken back.
        </p>
        <SearchField label="Search names and email addresses" value={q} onSearch={setQ} />
        <fieldset className="grid gap-1">
          <legend className="sr-only">Who it is</legend>
          {others.map((other) => (
            <Choice key={other.id} person={other} {...form.register('into', { required: true })} />
          ))}
          {found.isSuccess && others.length === 0 && <p className="text-soft">Nobody else by that name.</p>}
        </fieldset>
        {problem && <FieldError>{problem}</FieldError>}
        <FormActions form={form} action="Merge" isDisabled={!isChosen} onClose={onClose} />
      </form>
    </Dialog>
  );
}

function Choice({ person, ...input }: { person: PersonReply } & ComponentProps<'input'>) {
  return (
    <label className="flex min-w-0 items-center gap-3 rounded-lg border border-line-strong px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft">
      <input type="radio" value={person.id} {...input} className="size-4 shrink-0 accent-(--accent)" />
      <span className="wrap-anywhere grow" dir="auto">
        {personName(person)}
        {person.name && person.email && <span className="block text-[0.8125rem] text-soft">{person.email}</span>}
      </span>
      <span className="shrink-0 text-faint text-xs">
        <Ago at={person.lastSeenAt} />
      </span>
    </label>
  );
}
