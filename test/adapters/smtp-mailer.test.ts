import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { smtpMailer } from '../../server/adapters/smtp/smtp-mailer.ts';
import { transportOptions } from '../../server/adapters/smtp/transport-options.ts';
import { describeMailer } from '../../server/ports/testing/mailer-contract.ts';
import { freePort } from '../harness/free-port.ts';
import { listen } from '../harness/listen.ts';
import { startMailServer } from '../harness/mail-server.ts';

const from = 'Parley <parley@example.org>';
const mail = { id: 'mai_9', to: 'ada@example.com', subject: 'Hello', text: 'Hello.', html: '<p>Hello.</p>' };

const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

describeMailer('SMTP', async () => {
  const server = await startMailServer();
  return {
    mailer: smtpMailer({ url: server.url, from }),
    arrived: async () => server.arrived.map(({ id, to, subject, text, html }) => ({ id, to, subject, text, html })),
    refuse: (address, { retryable }) => server.refuse(address, retryable ? 451 : 550),
    close: server.close,
  };
});

test('a mail comes from the sender, under its id, and is not answered by machines', async () => {
  const server = await startMailServer();
  opened.push(server.close);
  await smtpMailer({ url: server.url, from }).send(mail);
  expect(server.arrived).toMatchObject([{ from: 'parley@example.org' }]);
  const headers = Object.fromEntries(server.arrived[0]?.headers.map(({ key, value }) => [key, value]) ?? []);
  expect(headers).toMatchObject({ 'message-id': '<mai_9@example.org>', 'auto-submitted': 'auto-generated' });
});

test('it signs in where the URL says so, and a wrong password is told without it', async () => {
  const server = await startMailServer({
    authOptional: false,
    onAuth: ({ username, password }, _session, done) =>
      password === 'p@ss' ? done(null, { user: username }) : done(new Error('no')),
  });
  opened.push(server.close);
  const as = (password: string) =>
    smtpMailer({ url: server.url.replace('//', `//parley:${encodeURIComponent(password)}@`), from });
  await as('p@ss').send(mail);
  expect(server.arrived).toHaveLength(1);
  const failure: unknown = await as('wrong-one')
    .send(mail)
    .catch((error: unknown) => error);
  expect(failure).toMatchObject({
    provider: 'mail',
    retryable: false,
    message: expect.stringContaining('PARLEY_SMTP_URL'),
  });
  expect(String(failure)).not.toContain('wrong-one');
});

test('a server that is away may be tried again', async () => {
  const url = `smtp://127.0.0.1:${await freePort()}`;
  await expect(smtpMailer({ url, from }).send(mail)).rejects.toMatchObject({ provider: 'mail', retryable: true });
});

test('a server that never greets, or never ends its greeting, is given up', async () => {
  for (const greet of [() => {}, drip]) {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      const stop = greet(socket);
      socket.on('close', () => stop?.());
    });
    const port = await listen(server);
    opened.push(() => server.close());
    const mailer = smtpMailer({ url: `smtp://127.0.0.1:${port}`, from }, { timeoutMs: 300 });
    await expect(mailer.send(mail)).rejects.toMatchObject({
      retryable: true,
      message: expect.stringMatching(/too long/),
    });
  }
});

test.each([
  ['smtp://mail.example.com', false],
  ['smtp://user:pw@mail.example.com:587', true],
  ['smtp://user:pw@mail.example.com?requireTLS=false', false],
  ['smtp://user:pw@127.0.0.1:1025', false],
  ['smtp://user:pw@localhost', false],
  ['smtps://user:pw@mail.example.com', false],
])('a password is sent only encrypted: %s', (url, isRequired) => {
  expect(transportOptions(url, 1000).requireTLS ?? false).toBe(isRequired);
});

/** One more line of a greeting that has no end. */
function drip(socket: { write(text: string): void }): () => void {
  const timer = setInterval(() => socket.write('220-wait\r\n'), 50);
  return () => clearInterval(timer);
}
