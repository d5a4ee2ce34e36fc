/** What a log line names: ids, kinds, counts, durations in `…Ms`. Never text a person wrote, never a secret. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Structured lines for whoever operates the server. */
export interface Log {
  info(message: string, fields?: LogFields): void;
  /** Something is wrong that the server copes with by itself. A cause is logged with its stack. */
  warn(message: string, fields?: LogFields, cause?: unknown): void;
  /** Something needs a person. */
  error(message: string, fields?: LogFields, cause?: unknown): void;
  /** A log whose every line carries these fields too: a request's or a session's id. */
  with(fields: LogFields): Log;
}
