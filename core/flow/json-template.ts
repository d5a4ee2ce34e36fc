import type { JsonValue } from '../json.ts';
import {
  defuseSecrets,
  parseTemplate,
  readReference,
  renderTemplate,
  type TemplateReference,
  type TemplateScope,
} from './template.ts';
import type { TemplateContext } from './template-escaping.ts';

export type JsonTemplate = (scope: TemplateScope) => JsonValue;

/**
 * JSON whose texts are templates. A text that is exactly one template keeps the type of the value (a choice is
 * its id; missing is the fallback, or null); every other text stays a text. Keys are taken as they are.
 */
export function compileJson(value: JsonValue, context: TemplateContext): JsonTemplate {
  if (typeof value === 'string') return compileText(value, context);
  if (typeof value !== 'object' || value === null || !JSON.stringify(value).includes('{{')) return () => value;
  if (Array.isArray(value)) {
    const items = value.map((item) => compileJson(item, context));
    return (scope) => items.map((item) => item(scope));
  }
  const fields = Object.entries(value).map(([name, field]) => [name, compileJson(field, context)] as const);
  return (scope) => Object.fromEntries(fields.map(([name, field]) => [name, field(scope)]));
}

function compileText(text: string, context: TemplateContext): JsonTemplate {
  const template = parseTemplate(text);
  const [only] = template;
  if (template.length === 0 || (typeof only === 'string' && template.length === 1)) return () => text;
  const isWhole = template.length === 1 && typeof only === 'object';
  if (isWhole && only.namespace !== 'secret') return (scope) => valueAt(only, scope, context);
  return (scope) => renderTemplate(template, scope, context);
}

function valueAt(reference: TemplateReference, { attributes }: TemplateScope, context: TemplateContext): JsonValue {
  const value = readReference(reference, attributes);
  if (value === undefined || value === null || value === '')
    return reference.fallback === '' ? (value ?? null) : reference.fallback;
  return context.keepsSecrets ? defuseSecrets(value) : value;
}
