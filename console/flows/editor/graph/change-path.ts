import type { JsonValue } from '../../../../core/json.ts';

/** Reads the value at a dotted path such as `input.options.0.label`, as problems name fields. */
export function valueAt(data: JsonValue | undefined, path: string): JsonValue | undefined {
  let value = data;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Array.isArray(value) ? value[Number(step)] : ownValue(value, step);
  }
  return value;
}

/** A copy with the value at a dotted path; `undefined` takes the field away. Groups on the way are made where they lack. */
export function withValueAt<Data extends JsonValue>(data: Data, path: string, value: JsonValue | undefined): Data {
  return replaced(data, path.split('.'), value) as Data;
}

function replaced(data: JsonValue | undefined, path: readonly string[], value: JsonValue | undefined): JsonValue {
  const [step = '', ...rest] = path;
  if (Array.isArray(data)) {
    const at = Number(step);
    const entry = rest.length === 0 ? value : replaced(data[at], rest, value);
    return entry === undefined ? data.filter((_, index) => index !== at) : data.with(at, entry);
  }
  const group = typeof data === 'object' && data !== null ? data : {};
  const part = rest.length === 0 ? value : replaced(ownValue(group, step), rest, value);
  const { [step]: _, ...others } = group;
  return part === undefined ? others : { ...group, [step]: part };
}

function ownValue(group: Readonly<Record<string, JsonValue>>, name: string): JsonValue | undefined {
  return Object.hasOwn(group, name) ? group[name] : undefined;
}
