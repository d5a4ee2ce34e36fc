import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../errors.ts';

export type Limit = (request: FastifyRequest) => Promise<void>;

/** How many requests a minute, and whose. A node counts for itself. */
const perMinute = {
  ownerCalls: 3000,
  decisionsPerVisitor: 600,
  startsPerVisitor: 300,
  visitsPerDeployment: 30_000,
  messagesPerSession: 120,
  streamsPerSession: 120,
  callsPerSession: 600,
  sessionCallsPerAddress: 20_000,
  pagesPerAddress: 3000,
  invitationsPerAddress: 30,
} as const;

export type Limits = Readonly<Record<keyof typeof perMinute, Limit>>;

/** The server's rate limits, or none of them for load tests on loopback. */
export function rateLimits(app: FastifyInstance, areOn: boolean): Limits {
  const none: Limit = async () => {};
  const limit = (name: keyof typeof perMinute, whose: string, keyOf: (request: FastifyRequest) => string): Limit => {
    if (!areOn) return none;
    const max = perMinute[name];
    const check = app.createRateLimit({ max, timeWindow: 60_000, keyGenerator: keyOf });
    return async (request) => {
      const count = await check(request);
      if (count.isAllowed || !count.isExceeded) return;
      throw new AppError('rate_limited', `At most ${max} of these requests a minute for one ${whose}. Wait a moment.`, {
        retryAfterMs: count.ttl,
      });
    };
  };
  return {
    ownerCalls: limit('ownerCalls', 'caller', (request) => request.actor?.id ?? request.ip),
    decisionsPerVisitor: limit('decisionsPerVisitor', 'visitor', (request) => request.ip),
    startsPerVisitor: limit('startsPerVisitor', 'visitor', (request) => request.ip),
    visitsPerDeployment: limit('visitsPerDeployment', 'deployment', keyOfDeployment),
    messagesPerSession: limit('messagesPerSession', 'session', (request) => request.sessionToken),
    streamsPerSession: limit('streamsPerSession', 'session', (request) => request.sessionToken),
    callsPerSession: limit('callsPerSession', 'session', (request) => request.sessionToken),
    sessionCallsPerAddress: limit('sessionCallsPerAddress', 'address', (request) => request.ip),
    pagesPerAddress: limit('pagesPerAddress', 'address', (request) => request.ip),
    invitationsPerAddress: limit('invitationsPerAddress', 'address', (request) => request.ip),
  };
}

function keyOfDeployment(request: FastifyRequest): string {
  return (request.params as { key: string }).key;
}
