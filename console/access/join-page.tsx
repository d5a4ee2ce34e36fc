import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import type { ReplyOf } from '../../contract/endpoint.ts';
import { memberEndpoints } from '../../contract/members.ts';
import { api } from '../api/api.ts';
import { useProblemForm } from '../api/use-problem-form.ts';
import { Button } from '../ui/button.tsx';
import { Field, FieldError } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { SkeletonLines } from '../ui/skeleton.tsx';
import { NewPasswordInput, passwordRule } from './password-input.tsx';
import { roleWords } from './role-words.ts';
import { textLinkClasses, WayIn } from './way-in.tsx';

type Invitation = ReplyOf<typeof memberEndpoints.readInvitation>;

/** Where a one-time link leads: what it offers, and the account to make with it. */
export function JoinPage() {
  const token = useLocation({ select: ({ hash }) => hash });
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => api.call(memberEndpoints.readInvitation, { body: { token } }),
    enabled: token !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (invitation.data) return <CreateAccount token={token} invitation={invitation.data} />;
  return (
    <WayIn title="Join" footer={<SignInInstead />}>
      {token === '' && <p className="text-soft">This address is not complete: open the whole link you were given.</p>}
      {token !== '' && invitation.isPending && <SkeletonLines />}
      {invitation.isError && <ProblemNote error={invitation.error} />}
    </WayIn>
  );
}

function CreateAccount({ token, invitation }: { token: string; invitation: Invitation }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const form = useProblemForm({
    defaultValues: { name: '', email: invitation.email ?? '', password: '' },
    async send(account) {
      await api.call(memberEndpoints.acceptInvitation, { body: { ...account, token } });
      queries.clear();
      await navigate({ to: '/', replace: true });
    },
  });
  const { title, may } = roleWords[invitation.role];
  const isForOne = invitation.email !== null;
  return (
    <WayIn
      title="Create your account"
      intro={
        <>
          You join <strong className="font-semibold text-ink">{invitation.workspace}</strong> as{' '}
          <strong className="font-semibold text-ink">{title.toLowerCase()}</strong>: {may}
        </>
      }
      footer={<SignInInstead />}
    >
      <form onSubmit={form.onSubmit} className="grid gap-4">
        <Field label="Your name" error={form.errorOf('name')}>
          <Input autoComplete="name" required maxLength={200} autoFocus {...form.register('name')} />
        </Field>
        <Field
          label="Email"
          error={form.errorOf('email')}
          hint={isForOne ? 'The invitation is for this address. You sign in with it.' : 'You sign in with it.'}
        >
          <Input
            type="email"
            autoComplete="username"
            required
            readOnly={isForOne}
            className="read-only:bg-sunken"
            {...form.register('email')}
          />
        </Field>
        <Field label="Password" error={form.errorOf('password')} hint={passwordRule}>
          <NewPasswordInput {...form.register('password')} />
        </Field>
        {form.problem && <FieldError>{form.problem}</FieldError>}
        <Button type="submit" look="main" size="large" isBusy={form.isBusy}>
          Create account
        </Button>
      </form>
    </WayIn>
  );
}

function SignInInstead() {
  return (
    <>
      You have an account?{' '}
      <Link to="/sign-in" search={{}} className={textLinkClasses}>
        Sign in
      </Link>
    </>
  );
}
