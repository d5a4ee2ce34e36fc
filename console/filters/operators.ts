import type { AttributeType } from '../../core/rollout/attribute-catalogue.ts';
import type { Operator } from '../../core/rollout/audience.ts';

const comparisons: readonly Operator[] = [
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
  const fit: readonly Operator[] = [...(type ? fitting[type] : comparisons), 'is_empty', 'is_not_empty'];
  return fit.includes(current) ? fit : [...fit, current];
}

const words: Readonly<Record<string, string>> = {
  equals: 'is',
  not_equals: 'is not',
  contains: 'contains',
  starts_with: 'starts with',
  ends_with: 'ends with',
  greater_than: 'is more than',
  less_than: 'is less than',
  is_empty: 'is empty',
  is_not_empty: 'is set',
} satisfies Record<Operator, string>;
const wordsByType: Readonly<Partial<Record<AttributeType, Readonly<Record<string, string>>>>> = {
  date: { greater_than: 'is after', less_than: 'is before' },
  list: { contains: 'has', not_equals: 'has not' },
};

/** An operator as it stands between an attribute and a value; what is none, as in a draft, stays as it is. */
export function operatorInWords(operator: string, type?: AttributeType): string {
  return (type && wordsByType[type]?.[operator]) ?? words[operator] ?? operator;
}
