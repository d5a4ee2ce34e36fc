import { promisify, TextDecoder } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { Dispatcher } from 'undici';
import type { JsonValue } from '../../../core/json.ts';
import { refusal } from './call-failure.ts';

/** Most that is read of a response, before and after decompression. */
export const bodyLimitBytes = 64 * 1024;
const nestingLimit = 100;

const atMost = { maxOutputLength: bodyLimitBytes };
const decoders: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
  identity: async (bytes) => bytes,
  gzip: (bytes) => promisify(gunzip)(bytes, atMost),
  'x-gzip': (bytes) => promisify(gunzip)(bytes, atMost),
  deflate: (bytes) => promisify(inflate)(bytes, atMost),
  br: (bytes) => promisify(brotliDecompress)(bytes, atMost),
};

/** Parsed JSON where the response says so and keeps its word, else text; null for none. */
export async function readBody({ headers, body }: Dispatcher.ResponseData): Promise<JsonValue> {
  const bytes = await decoded(Buffer.from(await body.arrayBuffer()), only(headers['content-encoding']));
  if (bytes.length === 0) return null;
  const contentType = only(headers['content-type']);
  const text = storable(textDecoder(contentType).decode(bytes));
  if (!/^[^;]*[/+]json\s*(;|$)/i.test(contentType)) return text;
  try {
    return parsedJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

async function decoded(bytes: Buffer, encoding: string): Promise<Buffer> {
  const decode = decoders[encoding.trim().toLowerCase() || 'identity'];
  if (decode === undefined) throw refusal(`The answer is compressed as "${encoding}", which was not asked for.`);
  return bytes.length === 0 ? bytes : decode(bytes);
}

function textDecoder(contentType: string): TextDecoder {
  const charset = /charset="?([^\s";]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

/** JSON as PostgreSQL can store it and every later reader can walk it. */
function parsedJson(text: string): JsonValue {
  const clean = (value: JsonValue, depth: number): JsonValue => {
    if (depth > nestingLimit) throw refusal(`The answer is nested more than ${nestingLimit} levels deep.`);
    if (typeof value === 'string') return storable(value);
    if (typeof value === 'number') return Number.isFinite(value) ? value : null;
    if (value === null || typeof value === 'boolean') return value;
    if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [storable(key), clean(item, depth + 1)]));
  };
  return clean(JSON.parse(text) as JsonValue, 0);
}

/** Without U+0000 and lone surrogates, which the database refuses. */
function storable(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}

function only(header: string | string[] | undefined): string {
  return Array.isArray(header) ? header.join(', ') : (header ?? '');
}
