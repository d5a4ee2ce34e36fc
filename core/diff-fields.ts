import type { JsonValue } from './json.ts';

/** One field that differs; `before` or `after` is absent where the field is. List entries with ids are named by id, such as `input.options.<id>.label`. */
export interface FieldChange {
  readonly field: string;
  readonly before?: JsonValue;
  readonly after?: JsonValue;
}

/** The innermost fields in which two values differ. */
export function diffFields(before?: JsonValue, after?: JsonValue, path: readonly string[] = []): FieldChange[] {
  const earlier = partsOf(before);
  const later = partsOf(after);
  if (!earlier || !later || earlier.kind !== later.kind) {
    return before === after ? [] : [{ field: path.join('.'), before, after }];
  }
  const names = new Set([...earlier.parts.keys(), ...later.parts.keys()]);
  return [
    ...(earlier.kind === 'entries' ? diffOrder([...earlier.parts.keys()], [...later.parts.keys()], path) : []),
    ...[...names].flatMap((name) => diffFields(earlier.parts.get(name), later.parts.get(name), [...path, name])),
  ];
}

/** The order of options is seen, and that of branches decides: entries that both sides have and that moved are a change, of `<path>.order`. */
export function diffOrder(before: readonly string[], after: readonly string[], path: readonly string[]): FieldChange[] {
  const [earlier, later] = [new Set(before), new Set(after)];
  const kept = before.filter((id) => later.has(id));
  const keptNow = after.filter((id) => earlier.has(id));
  const isSame = kept.every((id, index) => id === keptNow[index]);
  return isSame ? [] : [{ field: [...path, 'order'].join('.'), before: [...before], after: [...after] }];
}

interface Parts {
  readonly kind: 'object' | 'list' | 'entries';
  readonly parts: ReadonlyMap<string, JsonValue>;
}

/** An object by its keys; a list by the ids of its entries where all have one of their own, else by position. */
function partsOf(value: JsonValue | undefined): Parts | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return { kind: 'object', parts: new Map(Object.entries(value)) };
  const entries = new Map(value.flatMap((entry) => entryById(entry)));
  if (value.length > 0 && entries.size === value.length) return { kind: 'entries', parts: entries };
  return { kind: 'list', parts: new Map(value.map((entry, index) => [String(index), entry])) };
}

function entryById(entry: JsonValue): [string, JsonValue][] {
  const isObject = typeof entry === 'object' && entry !== null && !Array.isArray(entry);
  return isObject && typeof entry.id === 'string' ? [[entry.id, entry]] : [];
}
