import type { SendMailOptions } from 'nodemailer';
import type { Mailer } from '../../ports/mailer.ts';
import { mailFailure } from './mail-failure.ts';
import { transportOptions } from './transport-options.ts';

/** For a whole mail, from the look-up of the name to the server's yes. */
const timeoutMs = 30_000;

export interface SmtpSettings {
  /** `smtp:` (which goes on encrypted where the server offers it) or `smtps:`, with user name and password where the server asks for them. */
  readonly url: string;
  /** The sender: an address, or a name and an address in angle brackets. */
  readonly from: string;
}

/** Mail by SMTP, each over a connection of its own: it is rare, and an idle connection is one more thing that breaks. The library waits for the first mail. */
export function smtpMailer({ url, from }: SmtpSettings, limits = { timeoutMs }): Mailer {
  const host = hostOf(from);
  return {
    async send({ id, to, subject, text, html }) {
      const { createTransport } = await import('nodemailer');
      const transport = createTransport(transportOptions(url, limits.timeoutMs));
      const signal = AbortSignal.timeout(limits.timeoutMs);
      const mail: SendMailOptions = {
        from,
        // An object, since a text would be read as a list of addresses.
        to: { name: '', address: to },
        subject: subject.replace(/\s+/g, ' '),
        text,
        html,
        messageId: `<${id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
        signal,
      };
      try {
        await transport.sendMail(mail);
      } catch (error) {
        throw mailFailure(error);
      } finally {
        transport.close();
      }
    },
  };
}

function hostOf(from: string): string {
  return /@([^\s@<>]+)>?$/.exec(from)?.[1] ?? 'localhost';
}
