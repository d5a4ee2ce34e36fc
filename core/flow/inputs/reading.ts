import type { JsonValue } from '../../json.ts';
import type { PhraseName } from './phrases.ts';

/** What became of an answer: a value to keep, or why it cannot be. */
export type Reading = Accepted | Refused;

export interface Accepted {
  readonly value: JsonValue;
  /** What people see instead of the value. */
  readonly label?: string;
  /** Options chosen, in the order they were offered. */
  readonly optionIds?: readonly string[];
}

export interface Refused {
  readonly phrase: PhraseName;
  readonly bounds: Readonly<Record<string, string | number>>;
}

/** Reads a typed text or a JSON value. The language decides between decimal comma and point. */
export type ValueReader = (answer: JsonValue, language: string) => Reading;

export function refuse(phrase: PhraseName, bounds: Refused['bounds'] = {}): Refused {
  return { phrase, bounds };
}

export function isRefused(reading: Reading): reading is Refused {
  return 'phrase' in reading;
}
