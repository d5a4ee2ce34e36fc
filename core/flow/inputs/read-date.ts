import type { Input } from '../node-data.ts';
import type { PhraseName } from './phrases.ts';
import { refuse, type ValueReader } from './reading.ts';

/** Reads a day of the calendar and keeps it as `yyyy-mm-dd`. */
export function dateReader({ min, max }: Input): ValueReader {
  const low = min === undefined ? '' : String(min);
  const high = max === undefined ? '\uFFFF' : String(max);
  const bounds = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  const outside = boundPhrase(min !== undefined, max !== undefined);
  return (answer) => {
    const value = typeof answer === 'string' ? parseDate(answer) : undefined;
    if (value === undefined) return refuse('date');
    return value < low || value > high ? refuse(outside, bounds) : { value };
  };
}

function boundPhrase(hasMin: boolean, hasMax: boolean): PhraseName {
  if (hasMin && hasMax) return 'dateBetween';
  return hasMin ? 'dateMin' : 'dateMax';
}

/** In every language the name's abbreviations are its beginnings, of three letters or more. */
const months: readonly (readonly string[])[] = [
  ['january', 'januar', 'janner', 'janvier', 'enero'],
  ['february', 'februar', 'fevrier', 'febrero'],
  ['march', 'marz', 'maerz', 'mars', 'marzo'],
  ['april', 'avril', 'abril'],
  ['may', 'mai', 'mayo'],
  ['june', 'juni', 'juin', 'junio'],
  ['july', 'juli', 'juillet', 'julio'],
  ['august', 'aout', 'agosto'],
  ['september', 'septembre', 'septiembre'],
  ['october', 'oktober', 'octobre', 'octubre'],
  ['november', 'novembre', 'noviembre'],
  ['december', 'dezember', 'decembre', 'diciembre'],
];

const forms: readonly (readonly [pattern: RegExp, read: (a: string, b: string, c: string) => string | undefined])[] = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, (year, month, day) => toDay(year, Number(month), day)],
  [/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/, (day, month, year) => toDay(year, Number(month), day)],
  [/^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/, dayInEitherOrder],
  [
    /^(\d{1,2})(?:st|nd|rd|th|er|\.)?\s(?:of\s|de\s)?([a-z]{3,})\.?,?\s(?:de\s)?(\d{4})$/,
    (day, name, year) => toDay(year, monthNamed(name), day),
  ],
  [/^([a-z]{3,})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})$/, (name, day, year) => toDay(year, monthNamed(name), day)],
];

/**
 * `2027-01-31`, `2027/1/31`, `31.1.2027` (points mean day first), `31 January 2027`, `Jan 31, 2027` in English,
 * German, French and Spanish, and slashes where only one reading is a date. `3/4/2027` is none: it has two.
 */
export function parseDate(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const plain = text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ');
  for (const [pattern, read] of forms) {
    const [, a = '', b = '', c = ''] = plain.match(pattern) ?? [];
    if (a !== '') return read(a, b, c);
  }
  return undefined;
}

function dayInEitherOrder(a: string, b: string, year: string): string | undefined {
  const days = new Set([toDay(year, Number(b), a), toDay(year, Number(a), b)].filter((day) => day !== undefined));
  return days.size === 1 ? [...days][0] : undefined;
}

function monthNamed(name: string): number {
  const matching = months.flatMap((names, index) => (names.some((full) => full.startsWith(name)) ? [index + 1] : []));
  return matching.length === 1 ? (matching[0] ?? 0) : 0;
}

function toDay(year: string, month: number, day: string): string | undefined {
  const iso = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? undefined : iso;
}
