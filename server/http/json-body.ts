import type { FastifyInstance } from 'fastify';
import { RequestInvalid } from './request-invalid.ts';

/** Reads JSON bodies; refuses what is not JSON, and text that no database and no browser would give back unchanged. */
export function acceptJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (text.length === 0) {
      done(null, undefined);
      return;
    }
    parse(request, text, (error, value) => {
      if (error) done(new RequestInvalid([{ field: '', message: `the body is not JSON: ${error.message}` }]));
      else if (text.includes('\\u') && !isCleanJson(value)) {
        done(new RequestInvalid([{ field: '', message: 'text must not contain U+0000 or lone surrogates' }]));
      } else done(null, value);
    });
  });
}

/** Whether no text in it contains U+0000 or a lone surrogate. Both can only be written as escapes. */
export function isCleanJson(value: unknown): boolean {
  if (typeof value === 'string') return isCleanText(value);
  if (Array.isArray(value)) return value.every(isCleanJson);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, item]) => isCleanText(key) && isCleanJson(item));
}

/** Whether the text contains neither U+0000 nor a lone surrogate. */
export function isCleanText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
