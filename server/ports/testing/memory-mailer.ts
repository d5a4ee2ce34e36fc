import { UpstreamError } from '../../errors.ts';
import type { Mail, Mailer } from '../mailer.ts';

export interface MemoryMailer extends Mailer {
  /** What was taken over, oldest first. */
  readonly sent: readonly Mail[];
  /** Mail to this address fails from now on: for good, or so that it may be tried again. */
  refuse(address: string, how: { retryable: boolean }): void;
}

/** Keeps mail for a test to look at, and sends none. */
export function memoryMailer(): MemoryMailer {
  const sent: Mail[] = [];
  const refused = new Map<string, { retryable: boolean }>();
  return {
    sent,
    refuse: (address, how) => void refused.set(address, how),
    async send(mail) {
      const refusal = refused.get(mail.to);
      if (refusal) throw new UpstreamError('mail', 'The mail was refused.', refusal.retryable);
      sent.push({ ...mail, subject: mail.subject.replace(/\s+/g, ' ') });
    },
  };
}
