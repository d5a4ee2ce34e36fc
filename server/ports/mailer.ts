export interface Mail {
  /** Names the mail: sent twice, it carries the same id, by which mail programs know a copy. Letters, digits, `_` and `-`. */
  readonly id: string;
  /** One address. */
  readonly to: string;
  /** Line breaks become spaces. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Hands mail to a mail server, which the promise waits for; throws `UpstreamError` with `provider: 'mail'`, whose message never holds an address or a word of the mail. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}
