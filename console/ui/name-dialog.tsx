import { useProblemForm } from '../api/use-problem-form.ts';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';
import { FormActions } from './form-actions.tsx';
import { Input } from './input.tsx';

export interface NameDialogProps {
  title: string;
  action: string;
  name?: string;
  hint?: string;
  onClose: () => void;
  /** Rejects with the server's problems, which the form then shows. */
  send: (name: string) => Promise<void>;
}

/** Asks what something is to be called. */
export function NameDialog({ title, action, name = '', hint = forTheTeam, onClose, send }: NameDialogProps) {
  const form = useProblemForm({ defaultValues: { name }, send: (values) => send(values.name.trim()) });
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <form onSubmit={form.onSubmit}>
        <Field label="Name" hint={hint} error={form.errorOf('name')}>
          <Input autoFocus required maxLength={200} autoComplete="off" {...form.register('name')} />
        </Field>
        <FormActions form={form} action={action} onClose={onClose} />
      </form>
    </Dialog>
  );
}

const forTheTeam = 'For you and your team; visitors do not see it.';
