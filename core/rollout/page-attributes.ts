import { type AttributeMap, type Attributes, type AttributeValue, attributeNamespaces } from './attributes.ts';

/**
 * What a page says of itself, completed from its `url`: `path`, `host` and the `utm_*` fields of the query.
 * What the page names itself stands. An address that cannot be read adds nothing.
 */
export function readPage(page: AttributeMap): AttributeMap {
  const address = typeof page.url === 'string' ? parseWebAddress(page.url) : null;
  if (address === null) return page;
  const derived: AttributeMap = { path: readablePath(address.pathname) };
  if (address.host !== noHost) derived.host = address.host;
  for (const [name, value] of address.searchParams) {
    const field = name.toLowerCase();
    if (campaignField.test(field) && !Object.hasOwn(derived, field)) derived[field] = value;
  }
  return { ...derived, ...page };
}

/**
 * The part of a decision's attributes that may be stored: of the page only its `utm_*` fields,
 * and nowhere an IP address, whether told by its name or by its looks.
 */
export function rememberedAttributes(attributes: Attributes): Record<string, AttributeMap> {
  const remembered: Record<string, AttributeMap> = {};
  for (const namespace of attributeNamespaces) {
    const kept: [string, AttributeValue][] = [];
    for (const [name, value] of Object.entries(attributes[namespace] ?? {})) {
      const mayStay =
        namespace === 'page' ? campaignField.test(name) : !ipAddressNames.some((pattern) => pattern.test(name));
      if (mayStay && isStorable(value)) kept.push([name, value]);
    }
    if (kept.length > 0) remembered[namespace] = Object.fromEntries(kept);
  }
  return remembered;
}

/** Base that lets an address such as `/pricing?utm_source=mail` be read; it is nobody's host (RFC 2606). */
const noHost = 'relative.invalid';
const campaignField = /^utm_[a-z0-9_]{1,50}$/;
const ipAddressNames = [/^(.*[_-])?(ip|remote)[_-]?addr(ess)?$/i, /^(.*[_-])?ip$/i, /[a-z]Ip(Addr(ess)?)?$/];
const ipv4 = /^\d{1,3}(\.\d{1,3}){3}(:\d{1,5})?$/;
const ipv6 = /^\[?[0-9a-f:]*:[0-9a-f.:]*(%\w+)?(\]:\d{1,5}|\])?$/i;

function parseWebAddress(text: string): URL | null {
  try {
    const address = new URL(text, `https://${noHost}`);
    return address.protocol === 'https:' || address.protocol === 'http:' ? address : null;
  } catch {
    return null;
  }
}

/** Owners write rules on `/über-uns`, browsers send `/%C3%BCber-uns`. */
function readablePath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function isStorable(value: unknown): value is AttributeValue {
  if (Array.isArray(value)) return value.every((member) => !Array.isArray(member) && isStorable(member));
  if (typeof value === 'string') return !isIpAddress(value.trim());
  return value === null || typeof value === 'number' || typeof value === 'boolean';
}

function isIpAddress(text: string): boolean {
  if (ipv4.test(text)) return true;
  return ipv6.test(text) && (text.includes('::') || text.split(':').length >= 8);
}
