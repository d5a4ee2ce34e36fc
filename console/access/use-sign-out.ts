import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { messageOf } from '../api/problem-message.ts';
import { notifyFailed } from '../ui/notify.ts';
import { accounts } from './accounts.ts';
import { signedInBefore } from './signed-in-before.ts';

/** Signs out and forgets what was read. */
export function useSignOut(): () => void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  async function signOut() {
    try {
      await accounts.signOut();
    } catch (error) {
      return notifyFailed('You are still signed in', messageOf(error));
    }
    signedInBefore.note(false);
    await navigate({ to: '/sign-in', search: {} });
    queries.clear();
  }
  return () => void signOut();
}
