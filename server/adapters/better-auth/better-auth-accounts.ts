import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { betterAuth } from 'better-auth';
import { fromNodeHeaders, toNodeHandler } from 'better-auth/node';
import { UpstreamError } from '../../errors.ts';
import type { Accounts } from '../../ports/accounts.ts';
import type { Ids } from '../../ports/ids.ts';
import { type AuthSettings, authOptions, clientAddressHeader } from './auth-options.ts';
import { storedAccounts } from './stored-accounts.ts';

export interface BetterAuthAccounts {
  readonly accounts: Accounts;
  /** Answers `/api/auth/*`. The address is the client's, for rate limits; the request's body must not have been read. */
  readonly nodeHandler: (request: IncomingMessage, response: ServerResponse, clientAddress: string) => Promise<void>;
  /** Who is signed in by the cookie of these headers. */
  readonly sessionOf: (headers: IncomingHttpHeaders) => Promise<SignedIn | null>;
  /** Signs in and gives the `set-cookie` headers to send; null when email and password do not belong together. */
  readonly signIn: (email: string, password: string) => Promise<string[] | null>;
}

export interface SignedIn {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

/** Accounts and sign-in, on tables that the migrations made. */
export function betterAuthAccounts(settings: AuthSettings & { ids: Ids }): BetterAuthAccounts {
  const auth = betterAuth(authOptions(settings));
  const answer = toNodeHandler(auth);
  return {
    accounts: storedAccounts(settings.pool, settings.ids),
    async nodeHandler(request, response, clientAddress) {
      request.headers[clientAddressHeader] = clientAddress;
      try {
        await answer(request, response);
      } catch (error) {
        settings.log.error('the accounts library failed', {}, error);
        answerUnavailable(response);
      }
    },
    async sessionOf(headers) {
      // The library's own route lengthens a session, since only there the browser gets the new cookie.
      const found = await auth.api.getSession({ headers: fromNodeHeaders(headers), query: { disableRefresh: true } });
      return found && { userId: found.user.id, name: found.user.name, email: found.user.email };
    },
    async signIn(email, password) {
      const response = await auth.api.signInEmail({ body: { email, password }, asResponse: true });
      if (response.status >= 500) throw new UpstreamError('better-auth', 'Signing in failed.', true);
      return response.ok ? response.headers.getSetCookie() : null;
    },
  };
}

const unavailable = {
  type: 'about:blank',
  title: 'Service Unavailable',
  status: 503,
  code: 'unavailable',
  detail: 'Signing in does not work at the moment; try again soon.',
};

/** The library lets some failures of the database through, and nobody else would answer. */
function answerUnavailable(response: ServerResponse): void {
  if (!response.headersSent) response.writeHead(503, { 'content-type': 'application/problem+json' });
  response.end(JSON.stringify(unavailable));
}
