import type { Attributes } from '../rollout/attributes.ts';
import { escapeFor, type TemplateContext } from './template-escaping.ts';

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

/** The values a template reads: attributes with the flow's variables under `var`, and the labels of choices by variable. */
export interface TemplateScope {
  readonly attributes: Attributes;
  readonly labels: Readonly<Record<string, string>>;
}

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
  for (const part of template) text += typeof part === 'string' ? part : renderReference(part, scope, context);
  return text;
}

/** The value a reference names, of any JSON type; undefined when it is missing. Reads own properties only, and indexes of lists. */
export function readReference(reference: TemplateReference, attributes: Attributes): unknown {
  if (!isNamespace(reference.namespace)) return undefined;
  const values = attributes[reference.namespace];
  if (!values) return undefined;
  const whole = reference.path.length > 1 ? reference.path.join('.') : undefined;
  if (whole !== undefined && Object.hasOwn(values, whole)) return values[whole];
  let value: unknown = values;
  for (const name of reference.path) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (Array.isArray(value) ? !isIndex(name) : !Object.hasOwn(value, name)) return undefined;
    value = Reflect.get(value, name);
  }
  return value;
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
  if (context.keepsSecrets && reference.namespace === 'secret') return reference.source;
  const value = labelOf(reference, scope, context) ?? readable(readReference(reference, scope.attributes));
  return escapeFor(context, value === '' ? reference.fallback : value);
}

function labelOf(reference: TemplateReference, scope: TemplateScope, context: TemplateContext): string | undefined {
  const [name] = reference.path;
  const isVariable = reference.namespace === 'var' && reference.path.length === 1 && name !== undefined;
  return context.showsLabels && isVariable && Object.hasOwn(scope.labels, name) ? scope.labels[name] : undefined;
}

/** A JSON value as text: lists are joined by commas, objects are JSON, null and undefined are empty. */
export function readable(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(readable).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
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
