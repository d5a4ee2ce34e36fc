import { type DestinationStream, type Logger, pino } from 'pino';
import { UpstreamError } from '../../errors.ts';
import type { Log, LogFields } from '../../ports/log.ts';

/** Fields that should never be given to a log and are blanked when they are. */
const redacted = [
  'authorization',
  'body',
  'cookie',
  'email',
  'headers',
  'key',
  'name',
  'password',
  'secret',
  'text',
  'token',
  'unitKey',
  'url',
];

/** Lines of JSON on standard output, or to the destination. */
export function pinoLog(options: { level: string; nodeId?: string; destination?: DestinationStream }): Log {
  const settings = {
    level: options.level,
    base: options.nodeId === undefined ? null : { nodeId: options.nodeId },
    messageKey: 'message',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: redacted,
  };
  return logOver(options.destination ? pino(settings, options.destination) : pino(settings));
}

function logOver(logger: Logger): Log {
  return {
    info: (message, fields = {}) => logger.info(fields, message),
    warn: (message, fields = {}, cause) => logger.warn({ ...fields, ...causeFields(cause) }, message),
    error: (message, fields = {}, cause) => logger.error({ ...fields, ...causeFields(cause) }, message),
    with: (fields) => logOver(logger.child(fields)),
  };
}

function causeFields(cause: unknown): LogFields {
  if (cause === undefined) return {};
  if (!(cause instanceof Error)) return { error: typeof cause };
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  return {
    error: cause.name,
    errorCode: code,
    errorMessage: quotesData(cause, code) ? undefined : cause.message,
    provider: cause instanceof UpstreamError ? cause.provider : undefined,
    stack: placeOf(cause),
    causedBy: cause.cause instanceof Error ? cause.cause.name : undefined,
  };
}

/** The database (its codes are SQLSTATEs) and parsers repeat what they were given, which may be what a visitor wrote. */
function quotesData(cause: Error, code = ''): boolean {
  return /^[0-9A-Z]{5}$/.test(code) || cause instanceof SyntaxError;
}

/** The stack without the message at its head. */
function placeOf({ stack = '', message }: Error): string {
  const afterMessage = stack.indexOf(message) + message.length;
  return stack.slice(stack.includes(message) ? afterMessage : 0).trim();
}
