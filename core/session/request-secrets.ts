import type { JsonValue } from '../json.ts';
import type { CallHttpEffect } from './effect.ts';

const secretPattern = /\{\{\s*secret\.([A-Z][A-Z0-9_]{0,99})\s*\}\}/g;

/** The parts of a rendered request that may still name secrets. */
export type RequestWithSecrets = Pick<CallHttpEffect, 'url' | 'headers' | 'body'>;

/** Names of the secrets that a rendered request asks for. */
export function secretNames({ url, headers, body }: RequestWithSecrets): string[] {
  return [
    ...new Set([...JSON.stringify({ url, headers, body }).matchAll(secretPattern)].map((match) => match[1] ?? '')),
  ];
}

/** The request with its secrets filled in, percent-encoded in the address; a name without a value gives nothing. */
export function withSecrets(request: RequestWithSecrets, values: ReadonlyMap<string, string>): RequestWithSecrets {
  const fill = (text: string, encode: (value: string) => string = String) =>
    text.replace(secretPattern, (_, name: string) => encode(values.get(name) ?? ''));
  return {
    url: fill(request.url, encodeURIComponent),
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, fill(value)])),
    body: request.body === undefined ? undefined : fillJson(request.body, fill),
  };
}

function fillJson(value: JsonValue, fill: (text: string) => string): JsonValue {
  if (typeof value === 'string') return fill(value);
  if (Array.isArray(value)) return value.map((item) => fillJson(item, fill));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillJson(item, fill)]));
}
