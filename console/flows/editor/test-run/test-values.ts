import type { JsonValue } from '../../../../core/json.ts';
import { attributeNamespaces } from '../../../../core/rollout/attributes.ts';

/** What a test begins with, or what is wrong with how it was written. */
export type TestValues =
  | {
      readonly attributes: Readonly<Record<string, Readonly<Record<string, JsonValue>>>>;
      readonly variables: Readonly<Record<string, JsonValue>>;
    }
  | { readonly problem: string };

const line = /^([a-z]+)\.([^\s=]+)\s*=\s*(.*)$/;

/** Reads lines such as `contact.plan = pro`; numbers, yes/no and lists may be written as JSON. */
export function readTestValues(text: string): TestValues {
  const values: Record<string, Record<string, JsonValue>> = { var: {} };
  for (const [index, each] of text.split('\n').entries()) {
    if (each.trim() === '') continue;
    const [, namespace = '', name = '', value = ''] = line.exec(each.trim()) ?? [];
    if (namespace !== 'var' && !attributeNamespaces.some((known) => known === namespace)) {
      const known = ['var', ...attributeNamespaces].join(', ');
      return { problem: `Line ${index + 1} should read namespace.name = value, with one of ${known}.` };
    }
    values[namespace] = { ...values[namespace], [name]: valueFrom(value) };
  }
  const { var: variables = {}, ...attributes } = values;
  return { attributes, variables };
}

function valueFrom(text: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
