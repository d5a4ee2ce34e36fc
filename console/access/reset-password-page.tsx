import { getRouteApi, Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useProblemForm } from '../api/use-problem-form.ts';
import { Button } from '../ui/button.tsx';
import { Field, FieldError } from '../ui/field.tsx';
import { notifyDone } from '../ui/notify.ts';
import { accounts } from './accounts.ts';
import { PasswordInput, passwordRule, shortestPassword } from './password-input.tsx';
import { textLinkClasses, WayIn } from './way-in.tsx';

const route = getRouteApi('/reset-password');

/** Where a link for a new password leads: by mail with the token in the query, by the command line behind the #. */
export function ResetPasswordPage() {
  const inHash = useLocation({ select: ({ hash }) => hash });
  const { token = inHash } = route.useSearch();
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
            <PasswordInput
              autoComplete="new-password"
              required
              autoFocus
              minLength={shortestPassword}
              maxLength={200}
              {...form.register('password')}
            />
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
