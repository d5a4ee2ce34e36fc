import type { Input } from '../node-data.ts';
import type { MatchesPattern } from '../nodes/node-site.ts';
import type { PhraseName } from './phrases.ts';
import { refuse, type ValueReader } from './reading.ts';

/** The text in its kept form; undefined when it is none of its kind. */
type Normalize = (text: string) => string | undefined;
type TextKind = 'text' | 'email' | 'phone' | 'url';

const normalize: Readonly<Record<TextKind, Normalize>> = { text: plain, email: emailAddress, phone, url };

/** Reads the kinds of input that are kept as text. A pattern must match the whole kept form. */
export function textReader(kind: TextKind, { min, max, pattern }: Input, matchesPattern: MatchesPattern): ValueReader {
  return (answer) => {
    const value = typeof answer === 'string' ? normalize[kind](answer) : undefined;
    if (value === undefined) return refuse(kind);
    const length = kind === 'text' ? lengthProblem([...value].length, Number(min ?? 0), Number(max ?? Infinity)) : null;
    if (length) return refuse(length, { min: String(min), max: String(max) });
    if (pattern !== undefined && !matchesPattern(pattern, value)) return refuse('pattern');
    return { value };
  };
}

function lengthProblem(length: number, min: number, max: number): PhraseName | null {
  if (length < min) return 'textShort';
  return length > max ? 'textLong' : null;
}

function plain(text: string): string | undefined {
  return text.trim() || undefined;
}

const localPart = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}$/u;
const domainLabel = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;
const topLevel = /^(?:\p{L}{2,63}|xn--[a-z0-9-]{1,59})$/u;

/** Addresses as people have them: no quoted local parts, no bare host names; at most 254 characters (RFC 5321). */
export function emailAddress(text: string): string | undefined {
  const address = text.trim().toLowerCase();
  if (address.length > 254) return undefined;
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const labels = address.slice(at + 1).split('.');
  if (at < 1 || !localPart.test(local) || /^\.|\.\.|\.$/.test(local)) return undefined;
  const isDomain =
    labels.length > 1 && labels.every((label) => domainLabel.test(label)) && topLevel.test(labels.at(-1) ?? '');
  return isDomain ? address : undefined;
}

/** Digits with an optional leading plus, 5 to 15 of them (E.164); `00` abroad becomes the plus, a `(0)` after the country code goes. */
function phone(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const compact = text
    .trim()
    .replace(/^tel:/i, '')
    .replace(/^(\+|00)(.*)\(0\)/, '$1$2')
    .replace(/[\s().\-/\u2010-\u2015]/g, '')
    .replace(/^00/, '+');
  return /^\+?\d{5,15}$/.test(compact) ? compact : undefined;
}

/** A web address with a public-looking host, `https://` put before it where it is missing. */
function url(text: string): string | undefined {
  const typed = text.trim();
  if (typed === '' || typed.length > 4000 || /[\s\\]/.test(typed)) return undefined;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, username, password } = new URL(address);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && !username && !password && /[^.]\.[^.]/.test(hostname) ? address : undefined;
}
