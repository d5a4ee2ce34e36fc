import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { memberEndpoints } from '../../contract/members.ts';
import type { Role } from '../../contract/scopes.ts';
import { api } from '../api/api.ts';
import { useProblemForm } from '../api/use-problem-form.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { FormActions } from '../ui/form-actions.tsx';
import { Input } from '../ui/input.tsx';
import { Select } from '../ui/select.tsx';
import { ShownOnce } from '../ui/shown-once.tsx';
import { roleOptions } from './role-options.ts';
import { roleWords } from './role-words.ts';
import { useWorkspace } from './workspace-queries.ts';

/** Makes a link for somebody to join with, and shows it. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const [made, setMade] = useState<{ link: string; isMailed: boolean; email: string | null } | null>(null);
  const { sendsMail } = useWorkspace();
  const queries = useQueryClient();
  const form = useProblemForm<{ role: Role; email: string }>({
    defaultValues: { role: 'editor', email: '' },
    async send({ role, email }) {
      setMade(await api.call(memberEndpoints.inviteMember, { body: { role, ...(email && { email }) } }));
      await queries.invalidateQueries({ queryKey: ['invitations'] });
    },
  });
  if (made !== null) {
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={made.isMailed ? 'The link was mailed' : 'Send this link'}
        description={afterwards(made, sendsMail)}
      >
        <ShownOnce label="Link to join" text={made.link}>
          It works once, for seven days. It is shown only now.
        </ShownOnce>
        <DialogActions>
          <Button look="main" onClick={onClose}>
            Done
          </Button>
        </DialogActions>
      </Dialog>
    );
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Invite somebody"
      description={
        sendsMail ? 'Makes a link, and mails it where you give an email.' : 'Makes a link that you send yourself.'
      }
    >
      <form onSubmit={form.onSubmit} className="grid gap-4">
        <Field
          label="Role"
          error={form.errorOf('role')}
          hint={`As ${roleWords[form.watch('role')].title.toLowerCase()} ${roleWords[form.watch('role')].may}`}
        >
          <Select options={roleOptions} {...form.register('role')} />
        </Field>
        <Field
          label="Email"
          isOptional
          error={form.errorOf('email')}
          hint={sendsMail ? 'The link is mailed there.' : 'Fills in the form behind the link.'}
        >
          <Input type="email" autoComplete="off" {...form.register('email')} />
        </Field>
        <FormActions form={form} action="Make the link" onClose={onClose} />
      </form>
    </Dialog>
  );
}

function afterwards(made: { isMailed: boolean; email: string | null }, sendsMail: boolean): string | undefined {
  if (made.isMailed) return `It is on its way to ${made.email}. You may send it yourself, too.`;
  if (made.email && sendsMail) return 'The mail could not be sent: send the link yourself.';
  return undefined;
}
