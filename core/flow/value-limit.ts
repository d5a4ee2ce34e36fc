/** Largest value a variable may hold, in characters of its texts and names plus one for every part. */
const sizeLimit = 256 * 1024;
const depthLimit = 100;

/** Whether a JSON value is small and shallow enough to be kept and written as text. Looks at no more than the limit. */
export function isWithinLimit(value: unknown): boolean {
  return remaining(value, sizeLimit, depthLimit) >= 0;
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
