import type { JsonValue } from '../../json.ts';
import { baseLanguage } from '../flow-texts.ts';
import type { Input } from '../node-data.ts';
import type { PhraseName } from './phrases.ts';
import { refuse, type ValueReader } from './reading.ts';

/** Reads a number in the notations of its language, within its bounds. */
export function numberReader({ min, max }: Input): ValueReader {
  const low = min === undefined ? -Infinity : Number(min);
  const high = max === undefined ? Infinity : Number(max);
  const bounds = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  const outside = boundPhrase(min !== undefined, max !== undefined);
  return (answer, language) => {
    const value = toNumber(answer, language);
    if (value === undefined) return refuse('number');
    return value < low || value > high ? refuse(outside, bounds) : { value };
  };
}

/** Reads a whole number on a scale, 1 to 5 unless set otherwise. */
export function ratingReader(input: Input): ValueReader {
  const min = Number(input.min ?? 1);
  const max = Number(input.max ?? 5);
  return (answer, language) => {
    const value = toNumber(answer, language);
    const isOnScale = value !== undefined && Number.isInteger(value) && value >= min && value <= max;
    return isOnScale ? { value } : refuse('rating', { min, max });
  };
}

function boundPhrase(hasMin: boolean, hasMax: boolean): PhraseName {
  if (hasMin && hasMax) return 'numberBetween';
  return hasMin ? 'numberMin' : 'numberMax';
}

function toNumber(answer: JsonValue, language: string): number | undefined {
  if (typeof answer === 'number') return Number.isFinite(answer) ? answer : undefined;
  return typeof answer === 'string' ? parseNumber(answer, language) : undefined;
}

const commaLanguages: ReadonlySet<string> = new Set(
  'bg ca cs da de el es et eu fi fr hr hu id is it lt lv nb nl nn no pl pt ro ru sk sl sr sv tr uk vi'.split(' '),
);
const longest = 60;

/**
 * `1234.5`, `1,234.50`, `1.234,50`, `1 234,5`, `1'234`, `€ 20`, `-3`. A lone separator before exactly three
 * digits (`1,234`) groups thousands unless it is the language's decimal mark; any other lone one is decimal.
 */
export function parseNumber(text: string, language: string): number | undefined {
  if (text.length > longest) return undefined;
  const compact = text
    .trim()
    .normalize('NFKC')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/^([+-]?)\s*\p{Sc}\s*|\s*\p{Sc}$/gu, '$1')
    .replace(/(?<=\d)[\s'\u2019](?=\d{3}(?!\d))/g, '');
  const plain = withDecimalPoint(compact, commaLanguages.has(baseLanguage(language)) ? ',' : '.');
  const value = /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

const grouped = /^[+-]?\d{1,3}(?:,\d{3})+$|^[+-]?\d{1,3}(?:\.\d{3})+$/;
const groupedWithDecimals = /^[+-]?\d{1,3}(?:,\d{3})+\.\d*$|^[+-]?\d{1,3}(?:\.\d{3})+,\d*$/;

function withDecimalPoint(text: string, decimalMark: ',' | '.'): string {
  const marks = text.replace(/[^.,]/g, '');
  if (groupedWithDecimals.test(text)) return splitAtLast(text, marks.at(-1) ?? '.');
  const isLone = marks.length === 1;
  const isDecimal = isLone && (marks === decimalMark || /^[+-]?0/.test(text));
  if (grouped.test(text) && !isDecimal) return text.replace(/[.,]/g, '');
  return isLone ? text.replace(',', '.') : text;
}

/** `1,234.5` and `1.234,5` as `1234.5`. */
function splitAtLast(text: string, mark: string): string {
  const at = text.lastIndexOf(mark);
  return `${text.slice(0, at).replace(/[.,]/g, '')}.${text.slice(at + 1)}`;
}
