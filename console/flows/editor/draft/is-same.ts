/** Whether two JSON values hold the same; the order of an object's fields does not count, absent and undefined are one. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const name of names) if (!isSame(Reflect.get(one, name), Reflect.get(other, name))) return false;
  return true;
}
