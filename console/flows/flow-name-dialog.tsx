import { useProblemForm } from '../api/use-problem-form.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { Field, FieldError } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';

export interface FlowNameDialogProps {
  title: string;
  action: string;
  name?: string;
  onClose: () => void;
  /** Rejects with the server's problems, which the form then shows. */
  send: (name: string) => Promise<void>;
}

/** Asks for a flow's name. */
export function FlowNameDialog({ title, action, name = '', onClose, send }: FlowNameDialogProps) {
  const form = useProblemForm({ defaultValues: { name }, send: (values) => send(values.name.trim()) });
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <form onSubmit={form.onSubmit}>
        <Field label="Name" hint="For you and your team; visitors do not see it." error={form.errorOf('name')}>
          <Input autoFocus required maxLength={200} autoComplete="off" {...form.register('name')} />
        </Field>
        {form.problem && <FieldError>{form.problem}</FieldError>}
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="main" isBusy={form.isBusy}>
            {action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
