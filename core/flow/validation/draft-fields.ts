/** A field of what may be an object. Drafts are read before they are complete. */
export function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, field)
    ? Reflect.get(value, field)
    : undefined;
}

/** The texts of one field of every item of what may be a list. */
export function textsIn(list: unknown, field: string): string[] {
  if (!Array.isArray(list)) return [];
  return list.map((item) => fieldOf(item, field)).filter((text) => typeof text === 'string');
}
