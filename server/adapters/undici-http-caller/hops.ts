import type { OutgoingRequest } from '../../ports/http-caller.ts';
import { refusal } from './call-failure.ts';
import { headersForOtherOrigin, outgoingHeaders, withoutBodyHeaders } from './outgoing-headers.ts';

/** One request of a call: the first, or one that a redirect asked for. */
export interface Hop {
  readonly url: URL;
  readonly method: OutgoingRequest['method'];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export function firstHop(request: OutgoingRequest): Hop {
  const headers = outgoingHeaders(request);
  return { url: callableUrl(request.url), method: request.method, headers, body: bodyText(request, headers) };
}

/** The hop a response redirects to; null when the response is the answer. */
export function nextHop(hop: Hop, status: number, location: string | string[] | undefined): Hop | null {
  if (![301, 302, 303, 307, 308].includes(status) || typeof location !== 'string') return null;
  const url = callableUrl(location, hop.url.href);
  const headers = url.origin === hop.url.origin ? hop.headers : headersForOtherOrigin(hop.headers);
  const becomesGet = status === 303 || (hop.method === 'POST' && (status === 301 || status === 302));
  if (becomesGet) return { url, method: 'GET', headers: withoutBodyHeaders(headers), body: null };
  return { ...hop, url, headers };
}

export function callableUrl(text: string, base?: string): URL {
  if (!URL.canParse(text, base)) throw refusal('The address is not a URL such as https://example.com/path.');
  const url = new URL(text, base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw refusal(`Only http and https addresses can be called, not ${url.protocol}//.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw refusal('The address carries a user name or password; send them in an Authorization header instead.');
  }
  return url;
}

function bodyText({ body }: OutgoingRequest, headers: Readonly<Record<string, string>>): string | null {
  if (body === undefined) return null;
  const isJson = /[/+]json\b/i.test(headers['content-type'] ?? '');
  return typeof body === 'string' && !isJson ? body : JSON.stringify(body);
}
