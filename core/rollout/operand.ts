import type { Filter } from './audience.ts';
import { parseDate } from './parse-date.ts';
import { parseNumber } from './parse-number.ts';

/** A rule's value in every form an operator may need, so that nothing is parsed when a visitor is matched. */
export interface Operand {
  readonly text: string;
  readonly lower: string;
  /** NaN when the value spells no number. */
  readonly number: number;
  /** Whether `equals` compares as numbers. */
  readonly isExactNumber: boolean;
  /** Milliseconds since 1970 UTC; NaN when the value spells no date. */
  readonly date: number;
}

export function parseOperand(value: Filter['value'] = ''): Operand {
  const text = String(value);
  const lower = text.toLowerCase();
  const number = parseNumber(value);
  // Longer numbers, such as ids, would equal their neighbours once rounded to a double: they compare as text.
  const isExactNumber = Math.abs(number) <= Number.MAX_SAFE_INTEGER;
  return { text, lower, number, isExactNumber, date: parseDate(value) };
}

/** Whether a text is the operand's, without regard to case. */
export function isSameText(found: string, operand: Operand): boolean {
  if (found === operand.text) return true;
  return found.length === operand.text.length && found.toLowerCase() === operand.lower;
}

/** Whether the operand's text is found at this position of another, without regard to case. */
export function isTextAt(found: string, position: number, operand: Operand): boolean {
  const part = found.slice(position, position + operand.text.length);
  return part === operand.text || part.toLowerCase() === operand.lower;
}
