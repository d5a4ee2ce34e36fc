import ipaddr from 'ipaddr.js';

/** Addresses that answer for the machine's cloud although their range is public. */
const metadataAddresses = new Set(['168.63.129.16']);
/** The only IPv6 space given out as global unicast (RFC 4291): what lies outside translates, tunnels or is not public. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** Why an IP address must not be called; null for a public one. IPv6 forms that wrap an IPv4 address (mapped, compatible, NAT64, 6to4, Teredo) are all refused. */
export function addressProblem(address: string): string | null {
  if (!ipaddr.isValid(address)) return 'not an IP address';
  const parsed = ipaddr.parse(address);
  if (metadataAddresses.has(parsed.toString())) return 'a metadata address';
  const range = parsed.range();
  if (range !== 'unicast') return rangeNames[range] ?? 'a reserved address';
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(globalUnicast)) return 'a reserved address';
  return null;
}

const rangeNames: Readonly<Record<string, string>> = {
  loopback: 'a loopback address',
  private: 'a private address',
  uniqueLocal: 'a private address',
  carrierGradeNat: 'a private address',
  linkLocal: 'a link-local address',
  multicast: 'a multicast address',
  ipv4Mapped: 'an IPv4 address in disguise',
  rfc6052: 'an IPv4 address in disguise',
  rfc6145: 'an IPv4 address in disguise',
  '6to4': 'an IPv4 address in disguise',
  teredo: 'an IPv4 address in disguise',
};
