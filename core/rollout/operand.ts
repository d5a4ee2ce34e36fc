import type { Filter } from './audience.ts';
import { parseDate } from './parse-date.ts';
import { parseNumber } from './parse-number.ts';

/** A rule's value in every form an operator may need, so that nothing is parsed when a visitor is matched. */
export interface Operand {
  readonly text: string;
  readonly lower: string;
  readonly firstLetter: number;
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
  return { text, lower, firstLetter: letterAt(lower, 0), number, isExactNumber, date: parseDate(value) };
}

/** Whether a text is the operand's, without regard to case. */
export function isSameText(found: string, operand: Operand): boolean {
  if (found === operand.text) return true;
  return (
    found.length === operand.text.length && startsAlike(found, 0, operand) && found.toLowerCase() === operand.lower
  );
}

/** Whether the operand's text is found at this position of another, without regard to case. */
export function isTextAt(found: string, position: number, operand: Operand): boolean {
  if (!startsAlike(found, position, operand)) return false;
  const part = found.slice(position, position + operand.text.length);
  return part === operand.text || part.toLowerCase() === operand.lower;
}

/** Nearly always the first letter tells that two texts differ, which spares making a lower-case copy. */
function startsAlike(found: string, position: number, { text, firstLetter }: Operand): boolean {
  const letter = letterAt(found, position);
  return letter === firstLetter || letter >= 0x80 || text === '';
}

/** A UTF-16 unit without the bit that tells an ASCII letter's cases apart. */
function letterAt(text: string, position: number): number {
  return text.charCodeAt(position) | 0x20;
}
