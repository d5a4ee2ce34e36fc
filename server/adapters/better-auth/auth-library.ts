import type { IncomingMessage, ServerResponse } from 'node:http';
import { betterAuth } from 'better-auth';
import { fromNodeHeaders, toNodeHandler } from 'better-auth/node';
import { type AuthSettings, authOptions, clientAddressHeader } from './auth-options.ts';

/** The library, set up; loading this file is what costs the time. */
export function authLibrary(settings: AuthSettings) {
  const { api, handler } = betterAuth(authOptions(settings));
  const answer = toNodeHandler(handler);
  return {
    api,
    headersOf: fromNodeHeaders,
    answer(request: IncomingMessage, response: ServerResponse, clientAddress: string): Promise<void> {
      request.headers[clientAddressHeader] = clientAddress;
      return answer(request, response);
    },
  };
}
