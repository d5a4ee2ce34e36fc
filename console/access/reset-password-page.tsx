import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useProblemForm } from '../api/use-problem-form.ts';
import { Button } from '../ui/button.tsx';
import { Field, FieldError } from '../ui/field.tsx';
import { notifyDone } from '../ui/notify.ts';
import { accounts } from './accounts.ts';
import { NewPasswordInput, passwordRule } from './password-input.tsx';
import { textLinkClasses, WayIn } from './way-in.tsx';

/** Where a link for a new password leads, from a mail or the command line. The token is behind the #, so that no server logs it. */
export function ResetPasswordPage() {
  const token = useLocation({ select: ({ hash }) => hash });
  const navigate = useNavigate();
  const form = useProblemForm({
    defaultValues: { password: '' },
    async send({ password }) {
      await accounts.resetPassword(token, password);
      notifyDone('Your password is changed', { description: 'Sign in with the new one.' });
      await navigate({ to: '/sign-in', search: {}, replace: true });
    },
  });
  return (
    <WayIn
      title="Choose a new password"
      intro="You are signed out everywhere else."
      footer={
        <Link to="/forgot-password" className={textLinkClasses}>
          Ask for a new link
        </Link>
      }
    >
      {token === '' ? (
        <p className="text-soft">This address is not complete: open the whole link.</p>
      ) : (
        <form onSubmit={form.onSubmit} className="grid gap-4">
          <Field label="New password" error={form.errorOf('password')} hint={passwordRule}>
            <NewPasswordInput autoFocus {...form.register('password')} />
          </Field>
          {form.problem && <FieldError>{form.problem}</FieldError>}
          <Button type="submit" look="main" size="large" isBusy={form.isBusy}>
            Change password
          </Button>
        </form>
      )}
    </WayIn>
  );
}
