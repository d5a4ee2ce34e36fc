import { UpstreamError } from '../../errors.ts';

/** A call that will fail the same way every time. */
export function refusal(reason: string, cause?: unknown): UpstreamError {
  return new UpstreamError('http', reason, false, { cause });
}

export function timeoutFailure(host: string, timeoutMs: number): UpstreamError {
  return new UpstreamError('http', `${host} did not answer within ${timeoutMs} ms.`, true);
}

/** What went wrong, for people. Names the host only: path and query may hold secrets. */
export function callFailure(host: string, error: unknown): UpstreamError {
  if (error instanceof UpstreamError) return error;
  const code = errorCode(error);
  const known = knownFailures[code];
  if (known !== undefined) return new UpstreamError('http', `${host} ${known.text}`, known.retryable, { cause: error });
  if (code.startsWith('HPE_')) return refusal(`${host} answered with something that is not HTTP.`, error);
  if (/CERT|SIGNATURE|SSL|TLS/.test(code)) return refusal(`${host} has no valid certificate (${code}).`, error);
  return new UpstreamError('http', `The call to ${host} failed (${code}).`, true, { cause: error });
}

const knownFailures: Readonly<Record<string, { text: string; retryable: boolean }>> = {
  ENOTFOUND: { text: 'is not a known host name.', retryable: false },
  EAI_AGAIN: { text: 'could not be looked up; name resolution failed.', retryable: true },
  ECONNREFUSED: { text: 'refused the connection.', retryable: true },
  ECONNRESET: { text: 'closed the connection before answering.', retryable: true },
  EPIPE: { text: 'closed the connection before answering.', retryable: true },
  UND_ERR_SOCKET: { text: 'closed the connection before answering.', retryable: true },
  EHOSTUNREACH: { text: 'cannot be reached.', retryable: true },
  ENETUNREACH: { text: 'cannot be reached.', retryable: true },
  ETIMEDOUT: { text: 'did not accept a connection in time.', retryable: true },
  UND_ERR_CONNECT_TIMEOUT: { text: 'did not accept a connection in time.', retryable: true },
  UND_ERR_RES_EXCEEDED_MAX_SIZE: { text: 'answered with more than 64 kB.', retryable: false },
  ERR_BUFFER_TOO_LARGE: { text: 'answered with more than 64 kB.', retryable: false },
  UND_ERR_HEADERS_OVERFLOW: { text: 'answered with too many headers.', retryable: false },
  Z_DATA_ERROR: { text: 'answered with a damaged compressed body.', retryable: false },
  Z_BUF_ERROR: { text: 'answered with a damaged compressed body.', retryable: false },
};

function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
