import type { Attributes } from './attributes.ts';
import type { Filter } from './audience.ts';
import { isSameText, isTextAt, type Operand, parseOperand } from './operand.ts';
import { parseDate } from './parse-date.ts';
import { parseNumber } from './parse-number.ts';
import { parseAttributePath, readAttribute } from './read-attribute.ts';

export type CompiledFilter = (attributes: Attributes) => boolean;

/** Whether one rule holds for these attributes. For a rule asked once; `compileFilter` is for one asked often. */
export function matchFilter(filter: Filter, attributes: Attributes): boolean {
  return compileFilter(filter)(attributes);
}

/**
 * A rule with its path and value read once. What each operator means stands in `docs/guides/targeting.md`;
 * `cases/operators.json` settles every corner.
 */
export function compileFilter({ attribute, operator, value }: Filter): CompiledFilter {
  const path = parseAttributePath(attribute);
  const operand = parseOperand(value);
  switch (operator) {
    case 'equals':
      return (attributes) => equals(readAttribute(attributes, path), operand);
    case 'not_equals':
      return (attributes) => !equals(readAttribute(attributes, path), operand);
    case 'contains':
      return (attributes) => contains(readAttribute(attributes, path), operand);
    case 'starts_with':
      return (attributes) => startsWith(readAttribute(attributes, path), operand);
    case 'ends_with':
      return (attributes) => endsWith(readAttribute(attributes, path), operand);
    case 'greater_than':
      return (attributes) => compare(readAttribute(attributes, path), operand) > 0;
    case 'less_than':
      return (attributes) => compare(readAttribute(attributes, path), operand) < 0;
    case 'is_empty':
      return (attributes) => isEmpty(readAttribute(attributes, path));
    case 'is_not_empty':
      return (attributes) => !isEmpty(readAttribute(attributes, path));
    default:
      return operator satisfies never;
  }
}

function equals(actual: unknown, operand: Operand): boolean {
  return Array.isArray(actual) ? someMember(actual, operand, equalsScalar) : equalsScalar(actual, operand);
}

function equalsScalar(actual: unknown, operand: Operand): boolean {
  if (operand.isExactNumber) return parseNumber(actual) === operand.number;
  const text = textOf(actual);
  return text !== undefined && isSameText(text, operand);
}

function contains(actual: unknown, operand: Operand): boolean {
  if (Array.isArray(actual)) return someMember(actual, operand, equalsScalar);
  return textOf(actual)?.toLowerCase().includes(operand.lower) ?? false;
}

function startsWith(actual: unknown, operand: Operand): boolean {
  return Array.isArray(actual) ? someMember(actual, operand, scalarStartsWith) : scalarStartsWith(actual, operand);
}

function scalarStartsWith(actual: unknown, operand: Operand): boolean {
  const text = textOf(actual);
  return text !== undefined && isTextAt(text, 0, operand);
}

function endsWith(actual: unknown, operand: Operand): boolean {
  return Array.isArray(actual) ? someMember(actual, operand, scalarEndsWith) : scalarEndsWith(actual, operand);
}

function scalarEndsWith(actual: unknown, operand: Operand): boolean {
  const text = textOf(actual);
  if (text === undefined || text.length < operand.text.length) return false;
  return isTextAt(text, text.length - operand.text.length, operand);
}

/** A list satisfies a rule when one of its members does. */
function someMember(
  members: readonly unknown[],
  operand: Operand,
  holds: (member: unknown, operand: Operand) => boolean,
): boolean {
  for (const member of members) if (holds(member, operand)) return true;
  return false;
}

/** Above or below zero when the actual value is greater or less; NaN, which is neither, when the two have no order. */
function compare(actual: unknown, { number, date }: Operand): number {
  return Number.isNaN(number) ? parseDate(actual) - date : parseNumber(actual) - number;
}

function isEmpty(actual: unknown): boolean {
  if (actual === undefined || actual === null || actual === '') return true;
  return typeof actual === 'object' && Object.keys(actual).length === 0;
}

function textOf(actual: unknown): string | undefined {
  if (typeof actual === 'string') return actual;
  return typeof actual === 'number' || typeof actual === 'boolean' ? String(actual) : undefined;
}
