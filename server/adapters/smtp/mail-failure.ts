import { UpstreamError } from '../../errors.ts';

/** What went wrong, in words that repeat nothing the server said: a refusal quotes addresses. */
export function mailFailure(error: unknown): UpstreamError {
  const { code = '', responseCode } = error as { code?: string; responseCode?: number };
  const said = responseCode ? ` (it answered ${responseCode})` : '';
  switch (code) {
    case 'EABORT':
    case 'ETIMEDOUT':
      return failure('The mail server took too long to answer.', true);
    case 'EDNS':
    case 'ECONNECTION':
    case 'ESOCKET':
      return failure(`The mail server of PARLEY_SMTP_URL cannot be reached, or broke off${said}.`, true);
    case 'ETLS':
      return failure('The mail server offers no encryption that can be trusted; see PARLEY_SMTP_URL.', false);
    case 'EAUTH':
    case 'ENOAUTH':
      return failure(`The mail server refused the user name and password of PARLEY_SMTP_URL${said}.`, isPassing(error));
    case 'EENVELOPE':
      return failure(`The mail server refused the sender or the recipient${said}.`, isPassing(error));
    default:
      return failure(`The mail server refused the mail${said}.`, isPassing(error));
  }
}

function failure(message: string, retryable: boolean): UpstreamError {
  return new UpstreamError('mail', message, retryable);
}

/** SMTP answers 4xx to what may work later, and 5xx to what never will (RFC 5321, 4.2.1). */
function isPassing(error: unknown): boolean {
  const { responseCode = 0 } = error as { responseCode?: number };
  return responseCode >= 400 && responseCode < 500;
}
