import { expect, test } from 'vitest';
import type { Accounts } from '../ports/accounts.ts';
import { FakeClock } from '../ports/testing/fake-clock.ts';
import { memoryLog } from '../ports/testing/memory-log.ts';
import { memoryMailer } from '../ports/testing/memory-mailer.ts';
import { sequentialIds } from '../ports/testing/sequential-ids.ts';
import { mailResetLink } from './mail-reset-link.ts';

const now = new Date('2027-01-31T09:00:00Z');
const email = 'ada@example.com';
const reset = { userId: 'usr_1', token: 'secret-token', expiresAt: '2027-01-31T10:00:00Z' };

function setUp() {
  const mailer = memoryMailer();
  const log = memoryLog();
  const accounts: Accounts = {
    create: async () => ({ ok: false, reason: 'email_taken' }),
    setPassword: async () => {},
    findByEmail: async () => null,
    findById: async (userId) => (userId === 'usr_1' ? { name: 'Ada\n\n<b>', email } : null),
  };
  const publicUrl = 'https://parley.example.com';
  const ctx = { mailer, log, accounts, publicUrl, ids: sequentialIds(), clock: new FakeClock(now.toISOString()) };
  return {
    mailer,
    log,
    ctx,
    mailLink: (change: Partial<typeof reset> = {}) => mailResetLink(ctx, { ...reset, ...change }),
  };
}

test('the account gets the link, in text and in HTML', async () => {
  const { mailer, mailLink } = setUp();
  await mailLink();
  expect(mailer.sent).toMatchObject([{ to: email, subject: 'Your new password for Parley' }]);
  expect(mailer.sent[0]?.text).toContain('Hello Ada <b>,');
  expect(mailer.sent[0]?.text).toContain('https://parley.example.com/reset-password#secret-token');
  expect(mailer.sent[0]?.html).toContain('href="https://parley.example.com/reset-password#secret-token"');
  expect(mailer.sent[0]?.html).not.toContain('<b>');
});

test('a second try carries the id of the first, which does not give the token away', async () => {
  const { mailer, mailLink } = setUp();
  await mailLink();
  await mailLink();
  const [first, second] = mailer.sent.map(({ id }) => id);
  expect(first).toBe(second);
  expect(first).not.toContain(reset.token);
});

test.each([
  ['works no more', { expiresAt: now.toISOString() }],
  ['belongs to nobody', { userId: 'usr_gone' }],
])('a link that %s is not mailed', async (_, change) => {
  const { mailer, mailLink } = setUp();
  await mailLink(change);
  expect(mailer.sent).toEqual([]);
});

test('a passing failure is tried again; one for good is logged without the address', async () => {
  const { mailer, log, mailLink } = setUp();
  mailer.refuse(email, { retryable: true });
  await expect(mailLink()).rejects.toMatchObject({ provider: 'mail' });
  expect(log.lines).toEqual([]);
  mailer.refuse(email, { retryable: false });
  await mailLink();
  expect(log.lines).toMatchObject([{ level: 'error', fields: { userId: 'usr_1' } }]);
  expect(JSON.stringify(log.lines)).not.toContain(email);
});
