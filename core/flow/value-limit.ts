/** Largest value a variable may hold: a response of 64 kB and what is kept with it. */
const sizeLimit = 66_000;
const depthLimit = 100;

/** Whether a JSON value is small and shallow enough to be kept, and written as text. */
export function isWithinLimit(value: unknown): boolean {
  return sizeOf(value) <= sizeLimit;
}

/** Characters of a value's texts and names, plus one for every part; Infinity over the limit. Looks at no more than the limit. */
export function sizeOf(value: unknown): number {
  const left = remaining(value, sizeLimit, depthLimit);
  return left < 0 ? Infinity : sizeLimit - left;
}

function remaining(value: unknown, budget: number, depth: number): number {
  if (typeof value === 'string') return budget - 1 - value.length;
  if (typeof value !== 'object' || value === null) return budget - 1;
  if (depth === 0) return -1;
  let left = budget - 1;
  for (const [name, part] of Object.entries(value)) {
    left = remaining(part, left - (Array.isArray(value) ? 0 : name.length), depth - 1);
    if (left < 0) return left;
  }
  return left;
}
