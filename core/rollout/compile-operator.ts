import type { Filter, Operator } from './audience.ts';
import { parseDate } from './parse-date.ts';
import { parseNumber } from './parse-number.ts';

export type ValueTest = (actual: unknown) => boolean;
type FilterValue = NonNullable<Filter['value']>;

/**
 * A test of an attribute's actual value against an operator and its value, which is read and normalised here, once.
 * The meaning of each operator is PRODUCT 3.1 and DESIGN 5; `cases/operators.json` settles every corner.
 */
export function compileOperator(operator: Operator, value: FilterValue = ''): ValueTest {
  switch (operator) {
    case 'equals':
      return equals(value);
    case 'not_equals':
      return negation(equals(value));
    case 'contains':
      return contains(value);
    case 'starts_with':
      return startsWith(value);
    case 'ends_with':
      return endsWith(value);
    case 'greater_than':
      return greaterThan(value);
    case 'less_than':
      return lessThan(value);
    case 'is_empty':
      return isEmpty;
    case 'is_not_empty':
      return negation(isEmpty);
    default:
      return operator satisfies never;
  }
}

function negation(test: ValueTest): ValueTest {
  return (actual) => !test(actual);
}

function equals(value: FilterValue): ValueTest {
  const number = parseNumber(value);
  // Longer numbers, such as ids, would be equal to their neighbours once rounded to a double: they compare as text.
  if (Math.abs(number) <= Number.MAX_SAFE_INTEGER) return oneOrAny((actual) => parseNumber(actual) === number);
  const isSameText = sameTextAs(String(value));
  return oneOrAny((actual) => isScalar(actual) && isSameText(String(actual)));
}

function contains(value: FilterValue): ValueTest {
  const hasMember = equals(value);
  const part = String(value).toLowerCase();
  return (actual) => {
    if (Array.isArray(actual)) return hasMember(actual);
    return isScalar(actual) && String(actual).toLowerCase().includes(part);
  };
}

function startsWith(value: FilterValue): ValueTest {
  const start = String(value);
  const isStart = sameTextAs(start);
  return oneOrAny((actual) => isScalar(actual) && isStart(String(actual).slice(0, start.length)));
}

function endsWith(value: FilterValue): ValueTest {
  const end = String(value);
  const isEnd = sameTextAs(end);
  return oneOrAny((actual) => {
    if (!isScalar(actual)) return false;
    const text = String(actual);
    return isEnd(text.slice(text.length - end.length));
  });
}

/** Texts are the same when they are equally long and differ at most in case. */
function sameTextAs(text: string): (actual: string) => boolean {
  const lower = text.toLowerCase();
  return (actual) => actual === text || (actual.length === text.length && actual.toLowerCase() === lower);
}

function greaterThan(value: FilterValue): ValueTest {
  const number = parseNumber(value);
  if (!Number.isNaN(number)) return (actual) => parseNumber(actual) > number;
  const date = parseDate(value);
  return (actual) => parseDate(actual) > date;
}

function lessThan(value: FilterValue): ValueTest {
  const number = parseNumber(value);
  if (!Number.isNaN(number)) return (actual) => parseNumber(actual) < number;
  const date = parseDate(value);
  return (actual) => parseDate(actual) < date;
}

/** A list satisfies a test when one of its members does. */
function oneOrAny(test: ValueTest): ValueTest {
  return (actual) => {
    if (!Array.isArray(actual)) return test(actual);
    for (const member of actual) if (test(member)) return true;
    return false;
  };
}

function isEmpty(actual: unknown): boolean {
  if (actual === undefined || actual === null || actual === '') return true;
  return typeof actual === 'object' && Object.keys(actual).length === 0;
}

function isScalar(actual: unknown): actual is FilterValue {
  return typeof actual === 'string' || typeof actual === 'number' || typeof actual === 'boolean';
}
