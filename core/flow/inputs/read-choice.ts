import type { VisitorMessage } from '../flow.ts';
import type { Input, Option } from '../node-data.ts';
import { normalizeName } from './options.ts';
import { type Accepted, type Reading, type Refused, refuse } from './reading.ts';

/** Most answers read out of one text. */
const partLimit = 200;
/** Most commas and semicolons a label may contain and still be recognised among others. */
const labelParts = 6;

/** Option ids a message names, in the order offered; undefined when it names anything else. */
export function chosenOptions(
  { text, choice, value }: Pick<VisitorMessage, 'text' | 'choice' | 'value'>,
  options: readonly Option[],
  names: ReadonlyMap<string, string>,
): readonly Option[] | undefined {
  const given = choice ?? value;
  const ids = given === undefined ? idsInText(text, names) : knownIds(given, options);
  return ids && options.filter(({ id }) => ids.has(id));
}

/** One option: its id is kept, its label is shown. */
export function readChoice(chosen: readonly Option[] | undefined, offered: readonly Option[]): Reading {
  const [option] = chosen ?? [];
  if (!option || chosen?.length !== 1) return refuse('choice', { options: labelsOf(offered) });
  return { value: option.id, label: option.label, optionIds: [option.id] };
}

/** Any number of options within the bounds, at least one unless `min` is 0: their ids are kept as a list. */
export function readChoices(chosen: readonly Option[] | undefined, offered: readonly Option[], input: Input): Reading {
  const min = Number(input.min ?? 1);
  const max = Number(input.max ?? offered.length);
  const bounds = { options: labelsOf(offered), min, max };
  if (!chosen) return refuse('choices', bounds);
  return tooFewOrMany(chosen.length, bounds) ?? acceptAll(chosen);
}

/** How options read in a transcript. */
export function labelsOf(options: readonly Option[]): string {
  return options.map(({ label }) => label).join(', ');
}

function tooFewOrMany(count: number, bounds: { options: string; min: number; max: number }): Refused | null {
  if (count < bounds.min) return refuse('choicesMin', bounds);
  return count > bounds.max ? refuse('choicesMax', bounds) : null;
}

function acceptAll(chosen: readonly Option[]): Accepted {
  const ids = chosen.map(({ id }) => id);
  return { value: ids, label: labelsOf(chosen), optionIds: ids };
}

function knownIds(given: unknown, options: readonly Option[]): ReadonlySet<unknown> | undefined {
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  return list.every((id) => options.some((option) => option.id === id)) ? new Set(list) : undefined;
}

/** `Red`, `1, 3`, `red; blue`: the longest run of parts that is a name counts, so that labels may contain commas. */
function idsInText(text: string, names: ReadonlyMap<string, string>): ReadonlySet<unknown> | undefined {
  const whole = names.get(normalizeName(text));
  if (whole !== undefined) return new Set([whole]);
  const parts = text.split(/([,;\n])/, partLimit * 2);
  const ids = new Set<string>();
  for (let start = 0; start < parts.length; ) {
    const end = endOfName(parts, start, names);
    if (end === undefined) return undefined;
    const id = names.get(normalizeName(parts.slice(start, end).join('')));
    if (id !== undefined) ids.add(id);
    start = end + 1;
  }
  return ids;
}

function endOfName(parts: readonly string[], start: number, names: ReadonlyMap<string, string>): number | undefined {
  for (let marks = labelParts; marks >= 0; marks -= 1) {
    const end = start + marks * 2 + 1;
    if (end <= parts.length && names.has(normalizeName(parts.slice(start, end).join('')))) return end;
  }
  return undefined;
}
