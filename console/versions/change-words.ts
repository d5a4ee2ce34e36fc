import type { FieldChange } from '../../core/diff-fields.ts';
import type { JsonValue } from '../../core/json.ts';

/** How many of what, in one sentence; what there is none of is left out. */
export function countedParts(parts: readonly (readonly [count: number, one: string, many: string])[]): string {
  const said = parts.filter(([count]) => count > 0).map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
  return said.length === 0 ? 'Nothing changed.' : `${said.join(', ')}.`;
}

/** A field's values as texts; null on the side that has none. */
export function detailOf({ field, before, after }: FieldChange) {
  return { label: field, before: readable(before), after: readable(after) };
}

function readable(value: JsonValue | undefined): string | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1);
}
