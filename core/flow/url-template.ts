import { parseTemplate, type Template } from './template.ts';

/** A web address whose scheme and host are literal, up to the first of `/ ? #` or the end. */
const webOrigin = /^https?:\/\/[^/?#\\{}\s]+(?=[/?#]|$)/i;
/** Addresses without a host: mail, telephone, or a path on the same site that cannot turn into `//host`. */
const hostless = /^(?:mailto:|tel:|\/(?![/\\{]))/i;

/** Takes a URL apart. Values never reach the host: a URL whose host is not literal keeps its templates as inert text. */
export function parseUrlTemplate(url: string): Template {
  return webOrigin.test(url) || hostless.test(url) ? parseTemplate(url) : [url];
}

/** What is wrong with a URL an http node calls, beyond its templates; empty when all is well. */
export function requestUrlProblems(url: string): string[] {
  return webOrigin.test(url)
    ? []
    : ['must start with http:// or https:// and a host written out, without templates in it'];
}

/** What is wrong with a URL shown to visitors, beyond its templates; empty when all is well. */
export function linkUrlProblems(url: string): string[] {
  if (webOrigin.test(url) || hostless.test(url)) return [];
  return ['must be an http, https, mailto or tel address or a path such as /pricing, with no template in the host'];
}
