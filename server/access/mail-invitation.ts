import { mailBody } from '../../core/mail/mail-body.ts';
import { UpstreamError } from '../errors.ts';
import type { Actor } from '../ports/actor.ts';
import type { Context } from '../ports/context.ts';

/** Mails an invitation's link to the address it is for; says whether the mail went out. Who invites sees the link anyway, so a failure is no reason to fail. */
export async function mailInvitation(
  { store, mailer, log }: Pick<Context, 'store' | 'mailer' | 'log'>,
  actor: Actor,
  { id, email, link }: { id: string; email: string | null; link: string },
): Promise<boolean> {
  if (!mailer || !email) return false;
  const inviter = actor.kind === 'member' ? actor.name : 'An owner';
  const { name: workspace } = await store.read(actor.workspaceId, (reader) => reader.workspace.get());
  const body = mailBody`
    Hello,

    ${inviter} invites you to the workspace “${workspace}” on Parley.

    ${{ label: 'Create your account', url: link }}

    The link works once, for seven days.`;
  try {
    await mailer.send({ id, to: email, subject: `${inviter} invites you to ${workspace}`, ...body });
    return true;
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    log.warn('an invitation could not be mailed', { invitationId: id }, error);
    return false;
  }
}
