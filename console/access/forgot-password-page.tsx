import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useProblemForm } from '../api/use-problem-form.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Field, FieldError } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { accounts, isMailMissing } from './accounts.ts';
import { textLinkClasses, WayIn } from './way-in.tsx';

type Answer = { readonly kind: 'mailed' | 'noMail'; readonly email: string };

/** A link by mail, or the command that makes one where the server sends no mail. */
export function ForgotPasswordPage() {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const form = useProblemForm({
    defaultValues: { email: '' },
    async send({ email }) {
      try {
        await accounts.requestReset(email.trim());
        setAnswer({ kind: 'mailed', email });
      } catch (error) {
        if (!isMailMissing(error)) throw error;
        setAnswer({ kind: 'noMail', email: email.trim() });
      }
    },
  });
  return (
    <WayIn
      title="Forgot your password?"
      footer={
        <Link to="/sign-in" search={{}} className={textLinkClasses}>
          Back to sign in
        </Link>
      }
    >
      {answer === null && (
        <form onSubmit={form.onSubmit} className="grid gap-4">
          <Field label="Email of your account" error={form.errorOf('email')}>
            <Input type="email" autoComplete="username" required autoFocus {...form.register('email')} />
          </Field>
          {form.problem && <FieldError>{form.problem}</FieldError>}
          <Button type="submit" look="main" size="large" isBusy={form.isBusy}>
            Get a new password
          </Button>
        </form>
      )}
      <div role="status">
        {answer?.kind === 'mailed' && (
          <p className="text-soft">
            If {answer.email} has an account, a link is on its way. It works once, for an hour.
          </p>
        )}
        {answer?.kind === 'noMail' && <ByCommandLine email={answer.email} />}
      </div>
    </WayIn>
  );
}

function ByCommandLine({ email }: { email: string }) {
  const command = `npm run reset-password -- ${email}`;
  return (
    <div className="grid gap-3 text-soft">
      <p>
        This server sends no mail. Whoever runs it can make a link that works once: in the folder of Parley, with the
        settings the server runs with, type
      </p>
      <div className="flex items-center gap-2 rounded-lg border border-line bg-sunken py-1.5 pr-1.5 pl-3">
        <code className="min-w-0 flex-1 break-all font-mono text-[0.8125rem] text-ink">{command}</code>
        <CopyButton text={command} label="Copy the command" look="quiet" size="small" />
      </div>
      <p>Then open the link it prints.</p>
    </div>
  );
}
