import type { JsonValue } from '../json.ts';
import { escapeFor, type TemplateContext } from './template-escaping.ts';
import { isWithinLimit } from './value-limit.ts';

/** Namespaces a template may name. `secret` is no value of the core: it is left in place in http nodes, for the server. */
export const templateNamespaces = ['var', 'contact', 'company', 'page', 'device', 'visitor'] as const;
type TemplateNamespace = (typeof templateNamespaces)[number];

/** A place in a text where a value goes: `{{namespace.path | fallback}}`. */
export interface TemplateReference {
  readonly namespace: string;
  readonly path: readonly string[];
  readonly fallback: string;
  /** As the author wrote it, braces included. */
  readonly source: string;
}

/** A text taken apart, once: literal text and references in order. */
export type Template = readonly (string | TemplateReference)[];

/** The values a template reads: attributes by namespace, with the flow's variables under `var`, and the labels of choices by variable. */
export interface TemplateScope {
  readonly attributes: TemplateAttributes;
  readonly labels: Readonly<Record<string, string>>;
}

type TemplateAttributes = { readonly [namespace: string]: Readonly<Record<string, JsonValue>> };

/** Longest text a template renders to, in characters; what is beyond is cut. */
const renderedLimit = 64 * 1024;
const token = /\{\{([^{}]*)\}\}/g;
const inherited: ReadonlySet<string> = new Set(['constructor', 'prototype', '__proto__']);

/** Takes a text apart. Never fails: what is no well-formed reference stays text, and is reported by `templateProblems`. */
export function parseTemplate(text: string): Template {
  const parts: (string | TemplateReference)[] = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    const reference = parseReference(match[0], match[1] ?? '');
    if (!reference) continue;
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push(reference);
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

/**
 * Puts values into a template, escaped for where the text goes. A value that is missing, null or empty gives the
 * fallback, or nothing. In texts for people a variable that holds a choice shows its label; machines get its id.
 */
export function renderTemplate(template: Template, scope: TemplateScope, context: TemplateContext): string {
  const [first] = template;
  if (template.length === 1 && typeof first === 'string') return first;
  let text = '';
  /** What stands before this is final: secrets already in place, and values that cannot be mistaken for one. */
  let end = 0;
  for (const part of template) {
    if (text.length > renderedLimit) break;
    if (typeof part === 'string') text += part;
    else if (context.keepsSecrets && part.namespace === 'secret') {
      text = text.slice(0, end) + defuse(text.slice(end)) + part.source;
      end = text.length;
    } else text += renderReference(part, scope, context);
  }
  return context.keepsSecrets ? text.slice(0, end) + defuse(text.slice(end)) : cut(text);
}

/** Never between the halves of a character. */
function cut(text: string): string {
  return text.length > renderedLimit ? text.slice(0, renderedLimit).replace(/[\uD800-\uDBFF]$/, '') : text;
}

/** The value a reference names, of any JSON type; undefined when it is missing. Reads own properties only, and indexes of lists. */
export function readReference(reference: TemplateReference, attributes: TemplateAttributes): JsonValue | undefined {
  if (!isNamespace(reference.namespace)) return undefined;
  const values = attributes[reference.namespace];
  if (!values) return undefined;
  const { path } = reference;
  const whole = path.length > 1 ? path.join('.') : undefined;
  if (whole !== undefined && Object.hasOwn(values, whole)) return values[whole];
  let value: JsonValue | undefined = values;
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (Array.isArray(value)) value = isIndex(name) ? value[Number(name)] : undefined;
    else value = Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value;
}

/** Breaks what would read as `{{secret.NAME}}` in values, so that no visitor can have a secret filled in. */
export function defuseSecrets(value: JsonValue): JsonValue {
  if (typeof value === 'string') return defuse(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(defuseSecrets);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, defuseSecrets(part)]));
}

function defuse(text: string): string {
  return text.includes('{{') ? text.replace(/\{\{(?=\s*secret\.)/g, '{ {') : text;
}

/** Every reference of a text, in order, secrets and unknown namespaces included. */
export function templateReferences(text: string): { readonly namespace: string; readonly path: readonly string[] }[] {
  return parseTemplate(text)
    .filter((part) => typeof part !== 'string')
    .map(({ namespace, path }) => ({ namespace, path }));
}

/** What is wrong with the templates of a text, one sentence each; empty when all is well. Secrets are allowed in http nodes only. */
export function templateProblems(text: string, allowed: { readonly secrets?: boolean } = {}): string[] {
  const parts = parseTemplate(text);
  return parts.flatMap((part) => (typeof part === 'string' ? literalProblems(part) : referenceProblems(part, allowed)));
}

function parseReference(source: string, inner: string): TemplateReference | undefined {
  const bar = inner.indexOf('|');
  const name = (bar < 0 ? inner : inner.slice(0, bar)).trim();
  const fallback = bar < 0 ? '' : inner.slice(bar + 1).trim();
  const [namespace = '', ...path] = name.replace(/\[(\d+)\]/g, '.$1').split('.');
  const isWellFormed = namespace !== '' && path.length > 0 && path.every((step) => step !== '') && !/\s/.test(name);
  return isWellFormed ? { namespace, path, fallback, source } : undefined;
}

function renderReference(reference: TemplateReference, scope: TemplateScope, context: TemplateContext): string {
  const value = labelOf(reference, scope, context) ?? readable(readReference(reference, scope.attributes));
  return escapeFor(context, value === '' ? reference.fallback : value);
}

function labelOf(reference: TemplateReference, scope: TemplateScope, context: TemplateContext): string | undefined {
  const [name] = reference.path;
  const isVariable = reference.namespace === 'var' && reference.path.length === 1 && name !== undefined;
  return context.showsLabels && isVariable && Object.hasOwn(scope.labels, name) ? scope.labels[name] : undefined;
}

/** A JSON value as text: lists are joined by commas, objects are JSON; null, undefined and what is too large are empty. */
export function readable(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (!isWithinLimit(value)) return '';
  return Array.isArray(value) ? value.map(readable).join(', ') : JSON.stringify(value);
}

function literalProblems(text: string): string[] {
  const open = text.indexOf('{{');
  if (open < 0) return [];
  const shown = text.slice(open, open + 60);
  return [`"${shown}" is not a template: write {{namespace.name}} or {{namespace.name | fallback}}`];
}

function referenceProblems(reference: TemplateReference, allowed: { readonly secrets?: boolean }): string[] {
  const { namespace, path, source } = reference;
  if (namespace === 'secret') {
    if (!allowed.secrets) return [`${source}: secrets may be used only in http nodes`];
    const isName = path.length === 1 && /^[A-Za-z_][A-Za-z0-9_]*$/.test(path[0] ?? '') && !source.includes('|');
    return isName ? [] : [`${source}: a secret is written {{secret.NAME}}, in letters, digits and underscores`];
  }
  if (!isNamespace(namespace)) {
    return [`${source}: "${namespace}" is not one of the namespaces ${templateNamespaces.join(', ')}`];
  }
  const forbidden = path.find((step) => inherited.has(step));
  return forbidden === undefined ? [] : [`${source}: "${forbidden}" is not a name that can hold a value`];
}

function isNamespace(name: string): name is TemplateNamespace {
  return (templateNamespaces as readonly string[]).includes(name);
}

function isIndex(name: string): boolean {
  return /^\d{1,9}$/.test(name);
}
