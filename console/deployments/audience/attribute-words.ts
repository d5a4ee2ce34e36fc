import {
  type AttributeType,
  attributeCatalogue,
  type CataloguedAttribute,
} from '../../../core/rollout/attribute-catalogue.ts';
import { attributeNamespaces, trustedNamespaces } from '../../../core/rollout/attributes.ts';
import type { Operator } from '../../../core/rollout/audience.ts';

export type PlatformKind = keyof typeof attributeCatalogue;

/** Namespaces as headings of a list. */
export const namespaceWords = {
  contact: 'Person',
  company: 'Company',
  page: 'Page',
  device: 'Device',
  visitor: 'Browser',
} as const;

/** `contact.signed_up_at` as a person says it: "signed up at"; other namespaces are said, too: "company size". */
export function attributeInWords(attribute: string): string {
  const [namespace = '', ...name] = attribute.split('.');
  const words = name.join('.').replaceAll('_', ' ').replace(/^utm /, 'UTM ');
  if (namespace === 'contact') return words;
  return namespace === 'visitor' ? `browser ${words}` : `${namespace} ${words}`;
}

/** The catalogue's entry; undefined for a field of one's own. */
export function cataloguedAttribute(platform: PlatformKind, attribute: string): CataloguedAttribute | undefined {
  return attributeCatalogue[platform].find((entry) => entry.attribute === attribute && !entry.attribute.endsWith('.*'));
}

/** Whether the value is only what the browser says of itself. */
export function isClaimed(attribute: string): boolean {
  const namespace = attribute.split('.')[0];
  return attributeNamespaces.some((each) => each === namespace && !trustedNamespaces.includes(each));
}

const anyType: readonly Operator[] = [
  'equals',
  'not_equals',
  'contains',
  'starts_with',
  'ends_with',
  'greater_than',
  'less_than',
];
const fitting: Readonly<Record<AttributeType, readonly Operator[]>> = {
  text: ['equals', 'not_equals', 'contains', 'starts_with', 'ends_with'],
  number: ['equals', 'not_equals', 'greater_than', 'less_than'],
  date: ['greater_than', 'less_than', 'equals', 'not_equals'],
  boolean: ['equals', 'not_equals'],
  list: ['contains', 'not_equals', 'starts_with', 'ends_with'],
};

/** Operators that make sense for a type, all of them for a field whose type nobody knows, and the one in use always. */
export function operatorsFor(type: AttributeType | undefined, current: Operator): readonly Operator[] {
  const fit: readonly Operator[] = [...(type ? fitting[type] : anyType), 'is_empty', 'is_not_empty'];
  return fit.includes(current) ? fit : [...fit, current];
}

const words: Readonly<Record<Operator, string>> = {
  equals: 'is',
  not_equals: 'is not',
  contains: 'contains',
  starts_with: 'starts with',
  ends_with: 'ends with',
  greater_than: 'is more than',
  less_than: 'is less than',
  is_empty: 'is empty',
  is_not_empty: 'is set',
};
const wordsByType: Readonly<Partial<Record<AttributeType, Partial<Record<Operator, string>>>>> = {
  date: { greater_than: 'is after', less_than: 'is before' },
  list: { contains: 'has', not_equals: 'has not' },
};

export function operatorInWords(operator: Operator, type?: AttributeType): string {
  return (type && wordsByType[type]?.[operator]) ?? words[operator];
}
