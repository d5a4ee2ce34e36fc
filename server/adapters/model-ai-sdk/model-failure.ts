import { AISDKError, APICallError, InvalidResponseDataError } from '@ai-sdk/provider';
import { UpstreamError } from '../../errors.ts';
import type { ModelAccess } from '../../ports/models.ts';
import { nameOf } from './model-world.ts';

/** A model that failed, in words for the owner. What the provider said is not repeated: refusals quote keys. */
export class ModelFailure extends UpstreamError {
  constructor(
    access: ModelAccess,
    reason: string,
    readonly again: {
      /** Whether the same call may succeed later. */
      readonly retryable: boolean;
      /** Whether it is worth repeating at once. */
      readonly now: boolean;
      /** What the provider asks to wait. */
      readonly afterMs?: number | undefined;
    },
  ) {
    super(access.provider, `${nameOf(access)} ${reason}`, again.retryable);
    this.name = 'ModelFailure';
  }
}

export const soon = { retryable: true, now: true } as const;
export const later = { retryable: true, now: false } as const;
export const never = { retryable: false, now: false } as const;

/** Any error of the library or the network as a failure of the model. */
export function modelFailure(access: ModelAccess, error: unknown): ModelFailure {
  const chain = causesOf(error);
  const own = chain.find((cause) => cause instanceof ModelFailure);
  if (own !== undefined) return own;
  const refused = chain.find((cause) => cause instanceof UpstreamError);
  if (refused !== undefined)
    return new ModelFailure(access, `cannot be reached: ${refused.message}`, refused.retryable ? soon : never);
  return networkFailure(access, chain) ?? answerFailure(access, chain);
}

/** What was wrong with the answer itself. */
function answerFailure(access: ModelAccess, chain: readonly unknown[]): ModelFailure {
  const called = chain.find((cause) => APICallError.isInstance(cause));
  const status = called?.statusCode ?? 0;
  if (called !== undefined && status >= 300) return statusFailure(access, called, status);
  if (called !== undefined && status === 0) return new ModelFailure(access, 'could not be asked.', soon);
  if (chain.some(isCut)) return new ModelFailure(access, 'broke off in the middle of its answer.', soon);
  if (chain.some(isViolation)) return new ModelFailure(access, 'kept calling tools instead of answering.', later);
  return new ModelFailure(access, 'answered with something that cannot be read.', later);
}

function statusFailure(access: ModelAccess, { responseHeaders }: APICallError, statusCode: number): ModelFailure {
  const failure = (reason: string, again: ModelFailure['again']) =>
    new ModelFailure(access, `${reason} (it answered ${statusCode}).`, again);
  if (statusCode === 401 || statusCode === 403) return failure('refused the API key', never);
  if (statusCode === 402) return failure('asks to be paid; see the account at the provider', never);
  if (statusCode === 404) return failure('was not found; check the name of the model and the address', never);
  if (statusCode === 413) return failure('was asked more than it takes', never);
  const afterMs = retryAfterMs(responseHeaders);
  if (statusCode === 429)
    return failure('has answered too much for now, or its quota is used up', { ...soon, afterMs });
  if (statusCode === 408 || statusCode === 409) return failure('was too busy', { ...soon, afterMs });
  if (statusCode >= 500) return failure('has trouble of its own', { ...soon, afterMs });
  return failure('did not accept the question', never);
}

/** Of the header, in seconds, or in milliseconds as some providers send it too. Dates are rare and taken as nothing said. */
function retryAfterMs(headers: Readonly<Record<string, string>> = {}): number | undefined {
  const ms = Number(headers['retry-after-ms'] ?? Number.NaN);
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
  if (Number.isFinite(ms) && ms >= 0) return ms;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

/** The library's word for a stream that ends without saying why. */
function isCut(error: unknown): boolean {
  return InvalidResponseDataError.isInstance(error) && error.data === undefined;
}

/** A model was told to write, and called a tool all the same. */
function isViolation(error: unknown): boolean {
  return AISDKError.isInstance(error) && error.name === 'AI_ToolChoiceViolationError';
}

function networkFailure(access: ModelAccess, chain: readonly unknown[]): ModelFailure | null {
  const codes = chain.map((cause) => (cause instanceof Error && 'code' in cause ? String(cause.code) : ''));
  const known = codes.map((code) => networkReasons[code]).find((reason) => reason !== undefined);
  if (known !== undefined) return new ModelFailure(access, known, soon);
  if (codes.some((code) => /CERT|SIGNATURE|SSL|TLS/.test(code)))
    return new ModelFailure(access, 'has no valid certificate.', never);
  return null;
}

const networkReasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'cannot be reached: the host name is not known.',
  EAI_AGAIN: 'cannot be reached: name resolution failed.',
  ECONNREFUSED: 'cannot be reached: the connection was refused.',
  ECONNRESET: 'broke off.',
  UND_ERR_SOCKET: 'broke off.',
  UND_ERR_CONNECT_TIMEOUT: 'cannot be reached: it did not accept a connection in time.',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'answered with more than can be taken.',
  UND_ERR_ABORTED: 'broke off.',
};

function causesOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  const wrapped = (inner: unknown) =>
    inner instanceof Error && 'lastError' in inner ? inner.lastError : (inner as { cause?: unknown }).cause;
  for (let cause = error; cause instanceof Error && chain.length < 8; cause = wrapped(cause)) chain.push(cause);
  return chain;
}
