import type { FastifyInstance } from 'fastify';
import { RequestInvalid } from './request-invalid.ts';

/** How deep lists and objects may be nested, so that whatever walks a body later cannot overflow the stack. */
const nestingLimit = 100;

/** Reads JSON bodies; refuses what is not JSON, nested too deep, or holds text that no database would give back unchanged. */
export function acceptJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, text, done) => {
    const refuse = (message: string) => done(new RequestInvalid([{ field: '', message }]));
    if (text.length === 0) {
      done(null, undefined);
      return;
    }
    if (nestingOf(text) > nestingLimit) {
      refuse(`the body is nested more than ${nestingLimit} levels deep`);
      return;
    }
    void parse(request, text, (error, value) => {
      if (error) refuse(`the body is not JSON: ${error.message}`);
      else if (text.includes('\\u') && !isCleanJson(value)) refuse('text must not contain U+0000 or lone surrogates');
      else done(null, value);
    });
  });
}

/** The deepest nesting of lists and objects in JSON text. */
export function nestingOf(text: string): number {
  if (text.length <= nestingLimit) return 0;
  let deepest = 0;
  let depth = 0;
  let isInText = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (isInText && character === '\\') index += 1;
    else if (character === '"') isInText = !isInText;
    else if (isInText) continue;
    else if (character === '{' || character === '[') {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return deepest;
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
