import type { BetterAuthOptions } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import type pg from 'pg';
import type { Log } from '../../ports/log.ts';
import { mailedReset, type ResetAsked } from './mailed-reset.ts';
import { hashPassword, passwordMatches } from './password-hash.ts';

export interface AuthSettings {
  /** Its role owns the library's tables. */
  readonly pool: pg.Pool;
  readonly log: Log;
  readonly secret: string;
  /** Where browsers reach this server, without a slash at the end. */
  readonly publicUrl: string;
  /** Whether sign-in is limited per client address. */
  readonly hasRateLimits: boolean;
  /** Has a link mailed that resets a password; without it nobody can ask for one. */
  readonly onResetAsked?: (reset: ResetAsked) => Promise<void>;
}

/** Set by us on every request, over whatever the client sent. */
export const clientAddressHeader = 'x-parley-client-address';

const daySeconds = 24 * 60 * 60;

export function authOptions(settings: AuthSettings) {
  const { secret, publicUrl, pool, log } = settings;
  return {
    appName: 'Parley',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: pool,
    trustedOrigins: sameServer(publicUrl),
    emailAndPassword: {
      enabled: true,
      // Accounts come from the first start and from invitations only.
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      password: { hash: hashPassword, verify: ({ hash, password }) => passwordMatches(hash, password) },
      ...mailedReset(settings),
    },
    disabledPaths: ['/sign-up/email', '/sign-in/social', '/link-social', '/verify-email', '/send-verification-email'],
    user: { modelName: 'auth_user' },
    session: { modelName: 'auth_session', expiresIn: 30 * daySeconds, updateAge: daySeconds },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    advanced: {
      // Said aloud, since the library leaves the check out where it believes to be under test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      cookiePrefix: 'parley',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    rateLimit: {
      enabled: settings.hasRateLimits,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/request-password-reset': { window: 60, max: 5 },
        '/get-session': false,
      },
    },
    // Its own messages quote what was typed in, and a refusal is the caller's to read.
    logger: { level: 'error', log: () => {} },
    onAPIError: {
      onError(error) {
        if (!isAPIError(error) || error.statusCode >= 500) log.error('the accounts library failed', {}, error);
      },
    },
    telemetry: { enabled: false },
  } satisfies BetterAuthOptions;
}

/** The public origin and, on loopback, the other names of the same place. */
function sameServer(publicUrl: string): string[] {
  const { protocol, hostname, port, origin } = new URL(publicUrl);
  const names = ['localhost', '127.0.0.1', '[::1]'];
  if (!names.includes(hostname)) return [origin];
  return names.map((name) => new URL(`${protocol}//${name}${port && `:${port}`}`).origin);
}
