import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UpstreamError } from '../../errors.ts';
import type { Mail, Mailer } from '../mailer.ts';

/** A mailer and the mail server behind it. */
export interface MailerAtWork {
  readonly mailer: Mailer;
  /** What arrived, oldest first. */
  arrived(): Promise<readonly Mail[]>;
  /** The mail server refuses this address from now on. */
  refuse(address: string, how: { retryable: boolean }): void;
  close(): Promise<void>;
}

/** What every mailer holds to. */
export function describeMailer(name: string, open: () => Promise<MailerAtWork>): void {
  describe(`${name}, as a mailer`, () => {
    let work: MailerAtWork;
    beforeAll(async () => {
      work = await open();
    });
    afterAll(() => work.close());

    test('a mail arrives as it was written', async () => {
      await work.mailer.send(letter);
      expect((await work.arrived()).at(-1)).toEqual(letter);
    });

    test('a subject of several lines adds no header', async () => {
      await work.mailer.send({ ...letter, id: 'mai_2', subject: 'Hello\r\nBcc: eve@example.com' });
      expect((await work.arrived()).at(-1)).toMatchObject({ to: letter.to, subject: 'Hello Bcc: eve@example.com' });
    });

    test.each([{ retryable: true }, { retryable: false }])(
      'a refusal says whether to try again and not to whom the mail was: %j',
      async (how) => {
        const to = `refused-${how.retryable}@example.com`;
        work.refuse(to, how);
        const before = (await work.arrived()).length;
        const failure = await work.mailer.send({ ...letter, id: 'mai_3', to }).catch((error: unknown) => error);
        expect(failure).toBeInstanceOf(UpstreamError);
        expect(failure).toMatchObject({ provider: 'mail', ...how, message: expect.not.stringContaining(to) });
        expect(await work.arrived()).toHaveLength(before);
      },
    );
  });
}

const letter: Mail = {
  id: 'mai_1',
  to: 'ada@example.com',
  subject: 'Ein Link für Sie: 密码 ✓',
  text: `Grüße\n\n.\nA line that is ${'very '.repeat(250)}long.`,
  html: '<!doctype html><p dir="auto">Grüße &amp; <a href="https://example.com/a?b=1&amp;c=2#d">مرحبا</a></p>',
};
