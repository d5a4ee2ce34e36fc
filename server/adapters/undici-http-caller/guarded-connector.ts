import type { LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { UpstreamError } from '../../errors.ts';
import { addressProblem } from './address-problem.ts';
import { refusal } from './call-failure.ts';

/** Resolves a name to all its addresses. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>;
type Check = (hostname: string, address: string) => UpstreamError | null;

/**
 * Connects to public addresses only. The check sits inside the look-up whose result the socket connects to,
 * so a name that answers differently the next time (DNS rebinding) gains nothing.
 */
export function guardedConnector(allow: readonly string[], resolve: Resolve): buildConnector.connector {
  const allowed = new Set(allow.map(plainHost));
  const guarded = buildConnector({ lookup: checkedLookup(resolve, refuseUnlessPublic) });
  const open = buildConnector({ lookup: checkedLookup(resolve, () => null) });
  return (options, callback) => {
    const host = plainHost(options.hostname);
    const port = options.port || (options.protocol === 'https:' ? '443' : '80');
    if (allowed.has(host) || allowed.has(`${host}:${port}`)) return open(options, callback);
    // A socket asks for no look-up when the host is an address already.
    const problem = isIP(host) === 0 ? null : refuseUnlessPublic(host, host);
    return problem === null ? guarded(options, callback) : callback(problem, null);
  };
}

/** A look-up that answers with all addresses of a name, or with an error when one of them is refused. */
export function checkedLookup(resolve: Resolve, check: Check): LookupFunction {
  return (hostname, options, callback) => {
    const settle = async () => {
      const addresses = await resolve(hostname);
      for (const { address } of addresses) {
        const problem = check(hostname, address);
        if (problem !== null) throw problem;
      }
      return addresses;
    };
    settle().then(
      (addresses) => {
        const [first] = addresses;
        if (options.all || first === undefined) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (error) => callback(error, []),
    );
  };
}

export function refuseUnlessPublic(hostname: string, address: string): UpstreamError | null {
  const problem = addressProblem(address);
  if (problem === null) return null;
  const place = hostname === address ? address : `${hostname} leads to ${address},`;
  const verb = hostname === address ? 'is' : 'which is';
  return refusal(`${place} ${verb} ${problem}; only public addresses can be called.`);
}

function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\](?=$|:)/, '$1')
    .replace(/\.(?=$|:\d+$)/, '');
}
