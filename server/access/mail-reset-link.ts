import { mailBody } from '../../core/mail/mail-body.ts';
import { UpstreamError } from '../errors.ts';
import type { Context } from '../ports/context.ts';
import type { JobPayloads } from '../ports/jobs.ts';

/** Mails the link behind which an account gets a new password. A link that works no more, or whose mail is refused for good, is let go. */
export async function mailResetLink(
  {
    accounts,
    mailer,
    ids,
    clock,
    log,
    publicUrl,
  }: Pick<Context, 'accounts' | 'mailer' | 'ids' | 'clock' | 'log' | 'publicUrl'>,
  { userId, token, expiresAt }: JobPayloads['mailResetLink'],
): Promise<void> {
  if (!mailer || clock.now() >= new Date(expiresAt)) return;
  const account = await accounts.findById(userId);
  if (!account) return;
  const link = { label: 'Choose a new password', url: `${publicUrl}/reset-password#${token}` };
  const body = mailBody`
    Hello ${account.name},

    somebody, probably you, asked for a new password for your account on Parley.

    ${link}

    The link works once, for an hour. If you did not ask for it, leave it: your password stays as it is.`;
  try {
    await mailer.send({
      id: `mai_${ids.digest(token)}`,
      to: account.email,
      subject: 'Your new password for Parley',
      ...body,
    });
  } catch (error) {
    if (error instanceof UpstreamError && error.retryable) throw error;
    log.error('a link for a new password could not be mailed', { userId }, error);
  }
}
