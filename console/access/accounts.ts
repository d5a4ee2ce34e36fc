import { ProblemError } from '../../contract/client.ts';
import type { ErrorCode } from '../../contract/error-codes.ts';
import { watchedFetch } from '../api/connection.ts';

/** Signing in and out, which the accounts library answers in a way of its own; its refusals become problems here. */
export const accounts = {
  signIn: (email: string, password: string) => post('sign-in/email', { email, password }),
  signOut: () => post('sign-out', {}),
  /** Mails a link, where mail is set up: see `isMailMissing`. */
  requestReset: (email: string) => post('request-password-reset', { email }),
  resetPassword: (token: string, newPassword: string) => post('reset-password', { token, newPassword }),
};

/** Whether the server cannot send a link because it has no mail. */
export function isMailMissing(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'not_available';
}

async function post(path: string, body: object): Promise<void> {
  const response = await watchedFetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.ok) return;
  const { code = '' } = (await response.json().catch(() => ({}))) as { code?: string };
  const [problem, detail] = wordsFor(code, response.status);
  const problems = code === 'VALIDATION_ERROR' ? [{ field: 'email', message: 'must be an email address' }] : undefined;
  const { status } = response;
  throw new ProblemError({ type: 'about:blank', title: problem, status, code: problem, detail, problems });
}

function wordsFor(code: string, status: number): [ErrorCode, string] {
  switch (code) {
    case 'INVALID_EMAIL_OR_PASSWORD':
    case 'INVALID_EMAIL':
      return ['unauthenticated', 'This email and password do not belong together. Check both and try again.'];
    case 'INVALID_TOKEN':
      return ['link_used', 'This link was used or has expired. Ask for a new one.'];
    case 'VALIDATION_ERROR':
      return ['invalid_request', 'This is not an email address.'];
    case 'PASSWORD_TOO_SHORT':
      return ['invalid_request', 'The password must be at least 10 characters.'];
    case 'PASSWORD_TOO_LONG':
      return ['invalid_request', 'The password must be at most 200 characters.'];
    case 'RESET_PASSWORD_DISABLED':
      return ['not_available', 'This server sends no mail.'];
  }
  if (status === 429) return ['rate_limited', 'Too many tries. Wait a minute and try again.'];
  return ['unavailable', 'Signing in does not work at the moment. Try again soon.'];
}
