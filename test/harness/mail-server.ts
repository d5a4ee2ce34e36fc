import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { Mail } from '../../server/ports/mailer.ts';

/** A mail server of a test. */
export interface MailServer {
  /** For PARLEY_SMTP_URL. */
  readonly url: string;
  /** What it took over, oldest first. */
  readonly arrived: readonly ReceivedMail[];
  /** Answers with this status to mail for the address from now on. */
  refuse(address: string, status: number): void;
  close(): Promise<void>;
}

export interface ReceivedMail extends Mail {
  readonly from: string;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
}

/** Takes mail on loopback, without encryption and without a password unless the options ask for one. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const arrived: ReceivedMail[] = [];
  const refused = new Map<string, number>();
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    hideSize: true,
    onRcptTo({ address }, _session, done) {
      const status = refused.get(address);
      done(status ? Object.assign(new Error(`<${address}> is not wanted`), { responseCode: status }) : null);
    },
    onData(stream, _session, done) {
      bytesOf(stream)
        .then(readMail)
        .then((mail) => arrived.push(mail))
        .then(() => done(), done);
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    refuse: (address, status) => void refused.set(address, status),
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function readMail(bytes: Buffer): Promise<ReceivedMail> {
  const mail = await PostalMime.parse(bytes);
  return {
    id: /^<([^@]+)@/.exec(mail.messageId ?? '')?.[1] ?? '',
    from: mail.from?.address ?? '',
    to: mail.to?.map(({ address }) => address).join() ?? '',
    subject: mail.subject ?? '',
    text: (mail.text ?? '').trimEnd(),
    html: (mail.html ?? '').trimEnd(),
    headers: mail.headers,
  };
}
