import type pg from 'pg';
import type { Log } from '../../ports/log.ts';
import { keepResetToken, resetValidMs, withdrawResetTokens } from './reset-token.ts';

/** A link that somebody asked for: who it is for, and until when it works. */
export interface ResetAsked {
  readonly userId: string;
  readonly token: string;
  readonly expiresAt: string;
}

interface MailedResetSettings {
  readonly pool: pg.Pool;
  readonly log: Log;
  /** Has a link mailed; without it nobody can ask for one. */
  readonly onResetAsked?: (reset: ResetAsked) => Promise<void>;
}

/** What the accounts library does when a password is forgotten. */
export function mailedReset({ pool, log, onResetAsked }: MailedResetSettings) {
  return {
    resetPasswordTokenExpiresIn: resetValidMs / 1000,
    onPasswordReset: ({ user }: { user: { id: string } }) => withdrawResetTokens(pool, user.id),
    ...(onResetAsked && {
      // Not waited for: how long the answer takes must not tell who has an account.
      async sendResetPassword({ user, token }: { user: { id: string }; token: string }) {
        const expiresAt = new Date(Date.now() + resetValidMs).toISOString();
        keepResetToken(pool, user.id, token)
          .then((isKept) => (isKept ? onResetAsked({ userId: user.id, token, expiresAt }) : undefined))
          .catch((error: unknown) => log.error('a link for a new password was not mailed', {}, error));
      },
    }),
  };
}
