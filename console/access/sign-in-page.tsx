import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useProblemForm } from '../api/use-problem-form.ts';
import { Button } from '../ui/button.tsx';
import { Field, FieldError } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { accounts } from './accounts.ts';
import { PasswordInput } from './password-input.tsx';
import { signedInBefore } from './signed-in-before.ts';
import { textLinkClasses, WayIn } from './way-in.tsx';
import { wayInQuery } from './way-in-queries.ts';
import { workspaceQuery } from './workspace-queries.ts';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { next = '/' } = route.useSearch();
  const queries = useQueryClient();
  const router = useRouter();
  const isUnclaimed = useQuery(wayInQuery).data?.hasMembers === false;
  const form = useProblemForm({
    defaultValues: { email: '', password: '' },
    async send({ email, password }) {
      await accounts.signIn(email.trim(), password);
      queries.clear();
      // An account whose membership was ended can sign in and see nothing: its reason belongs here.
      await queries.fetchQuery(workspaceQuery);
      signedInBefore.note(true);
      router.history.push(next);
    },
  });
  return (
    <WayIn title="Sign in" intro={isUnclaimed && <FirstOwner />} footer={isUnclaimed ? undefined : invited}>
      <form onSubmit={form.onSubmit} className="grid gap-4">
        <Field label="Email" error={form.errorOf('email')}>
          <Input type="email" autoComplete="username" required autoFocus {...form.register('email')} />
        </Field>
        <Field label="Password" error={form.errorOf('password')}>
          <PasswordInput autoComplete="current-password" required {...form.register('password')} />
        </Field>
        {form.problem && <FieldError>{form.problem}</FieldError>}
        <Button type="submit" look="main" size="large" isBusy={form.isBusy}>
          Sign in
        </Button>
        <Link to="/forgot-password" className={`${textLinkClasses} justify-self-start`}>
          Forgot your password?
        </Link>
      </form>
    </WayIn>
  );
}

const invited = 'New here? An owner of the workspace can send you a link to join.';

function FirstOwner() {
  return (
    <p>
      Nobody has an account here yet. Open the <strong className="font-semibold text-ink">one-time link</strong> that
      Parley printed when it started, on the line <span className="font-mono text-[0.9em]">Owner</span>: it makes you
      the owner. A restart prints a new one.
    </p>
  );
}
