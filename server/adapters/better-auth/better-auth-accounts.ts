import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { UpstreamError } from '../../errors.ts';
import type { Accounts } from '../../ports/accounts.ts';
import type { Ids } from '../../ports/ids.ts';
import type { authLibrary } from './auth-library.ts';
import type { AuthSettings } from './auth-options.ts';
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

/** Accounts and sign-in, on tables that the migrations made. The library is a quarter of what a start has to load, so it waits for the first who signs in. */
export function betterAuthAccounts(settings: AuthSettings & { ids: Ids }): BetterAuthAccounts {
  let loading: Promise<ReturnType<typeof authLibrary>> | undefined;
  const library = () => {
    loading ??= import('./auth-library.ts').then(({ authLibrary }) => authLibrary(settings));
    return loading;
  };
  return {
    accounts: storedAccounts(settings.pool, settings.ids),
    async nodeHandler(request, response, clientAddress) {
      try {
        await (await library()).answer(request, response, clientAddress);
      } catch (error) {
        settings.log.error('the accounts library failed', {}, error);
        answerUnavailable(response);
      }
    },
    async sessionOf(headers) {
      const { api, headersOf } = await library();
      // The library's own route lengthens a session, since only there the browser gets the new cookie.
      const found = await api.getSession({ headers: headersOf(headers), query: { disableRefresh: true } });
      return found && { userId: found.user.id, name: found.user.name, email: found.user.email };
    },
    async signIn(email, password) {
      const { api } = await library();
      const response = await api.signInEmail({ body: { email, password }, asResponse: true });
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
