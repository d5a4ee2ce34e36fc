import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { OutgoingRequest } from '../../ports/http-caller.ts';
import { refusal } from './call-failure.ts';

/** Headers that frame the message or belong to one connection: they are the caller's to set, not an author's. */
const reserved = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Any other header of an author may carry a secret, under whatever name. */
const harmless = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'content-type',
  'idempotency-key',
  'user-agent',
]);

/** The headers of a call, named in lower case: ours, and over them the author's. */
export function outgoingHeaders(request: OutgoingRequest): Record<string, string> {
  const headers: Record<string, string> = {
    accept: 'application/json, text/*;q=0.9, */*;q=0.5',
    'accept-encoding': 'gzip, deflate, br',
    'idempotency-key': request.idempotencyKey,
    'user-agent': 'Parley',
  };
  if (request.body !== undefined) headers['content-type'] = 'application/json';
  for (const [name, value] of Object.entries(request.headers)) {
    requireSendable(name, value);
    headers[name.toLowerCase()] = value;
  }
  return headers;
}

export function headersForOtherOrigin(headers: Readonly<Record<string, string>>): Record<string, string> {
  return keep(headers, (name) => harmless.has(name));
}

export function withoutBodyHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return keep(headers, (name) => !name.startsWith('content-'));
}

function requireSendable(name: string, value: string): void {
  if (reserved.has(name.toLowerCase())) {
    throw refusal(`The header ${name} is set by the connection itself; remove it from the request.`);
  }
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  } catch {
    throw refusal(`The header ${JSON.stringify(name)} has a name or value that HTTP cannot carry.`);
  }
}

function keep(headers: Readonly<Record<string, string>>, isKept: (name: string) => boolean): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => isKept(name)));
}
