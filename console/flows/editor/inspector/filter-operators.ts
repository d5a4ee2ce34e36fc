import { type AttributeType, attributeCatalogue } from '../../../../core/rollout/attribute-catalogue.ts';
import { type Operator, operators } from '../../../../core/rollout/audience.ts';

const always: readonly Operator[] = ['is_empty', 'is_not_empty'];
const byType: Readonly<Record<AttributeType, readonly Operator[]>> = {
  text: ['equals', 'not_equals', 'contains', 'starts_with', 'ends_with', ...always],
  number: ['equals', 'not_equals', 'greater_than', 'less_than', ...always],
  date: ['equals', 'not_equals', 'greater_than', 'less_than', ...always],
  boolean: ['equals', 'not_equals', ...always],
  list: ['contains', ...always],
};

/** The type of a catalogued attribute; undefined for variables and fields of one's own, which may hold anything. */
export function attributeType(attribute: string): AttributeType | undefined {
  return attributeCatalogue.web.find((each) => each.attribute === attribute)?.type;
}

/** Operators that make sense for an attribute, the one in use always among them. */
export function operatorsFor(attribute: string, current: string): readonly Operator[] {
  const type = attributeType(attribute);
  const fitting = type === undefined ? operators : byType[type];
  const used = operators.find((each) => each === current);
  return used && !fitting.includes(used) ? [...fitting, used] : fitting;
}

const dateWords: Readonly<Record<string, string>> = { greater_than: 'is after', less_than: 'is before' };
const words: Readonly<Record<Operator, string>> = {
  equals: 'is',
  not_equals: 'is not',
  contains: 'contains',
  starts_with: 'starts with',
  ends_with: 'ends with',
  greater_than: 'is greater than',
  less_than: 'is less than',
  is_empty: 'is empty',
  is_not_empty: 'is not empty',
};

export function operatorLabel(operator: Operator, type: AttributeType | undefined): string {
  return (type === 'date' && dateWords[operator]) || words[operator];
}
