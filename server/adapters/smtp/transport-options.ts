import ipaddr from 'ipaddr.js';
import type { SMTPTransportOptions } from 'nodemailer';

/** A password crosses a network only encrypted, unless the URL says `requireTLS=false`. What the URL says in its query wins. */
export function transportOptions(url: string, timeoutMs: number): SMTPTransportOptions {
  const { protocol, hostname, username, searchParams } = new URL(url);
  const isPasswordInDanger = protocol === 'smtp:' && username !== '' && !isLoopback(hostname);
  return {
    url,
    ...(isPasswordInDanger && !searchParams.has('requireTLS') && { requireTLS: true }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  };
}

function isLoopback(hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, '');
  return address === 'localhost' || (ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback');
}
