import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useProblemForm } from '../api/use-problem-form.ts';
import { Field } from '../ui/field.tsx';
import { FormActions } from '../ui/form-actions.tsx';
import { notifyDone } from '../ui/notify.ts';
import { Textarea } from '../ui/textarea.tsx';

export interface PublishFormProps {
  /** Rejects with the server's problems. */
  publish: (version: { note?: string }) => Promise<{ readonly number: number }>;
  /** What looks different once it is published, besides deployments. */
  refresh: readonly QueryKey[];
  /** Nothing is in the way. */
  isReady: boolean;
  onClose: () => void;
  /** What will happen, or what is in the way. */
  children: ReactNode;
}

/** Makes a draft the next version, with a note on what is new. */
export function PublishForm({ publish, refresh, isReady, onClose, children }: PublishFormProps) {
  const queries = useQueryClient();
  const form = useProblemForm({
    defaultValues: { note: '' },
    async send(values) {
      const note = values.note.trim();
      const { number } = await publish(note === '' ? {} : { note });
      notifyDone(`Version ${number} is published`);
      onClose();
      await Promise.all([...refresh, ['deployments']].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
  return (
    <form onSubmit={form.onSubmit} className="grid gap-4">
      {children}
      <Field label="Note" isOptional hint="What is new, for the version history." error={form.errorOf('note')}>
        <Textarea rows={2} maxLength={2000} {...form.register('note')} />
      </Field>
      <FormActions form={form} action="Publish" isDisabled={!isReady} onClose={onClose} />
    </form>
  );
}
