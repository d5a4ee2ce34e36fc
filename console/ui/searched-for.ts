/** Longer searches are refused by lists. */
export const searchCharacters = 200;

/** What an address says is searched for, as far as lists take it; undefined when that is nothing. */
export function searchedFor(q: unknown): string | undefined {
  if (typeof q !== 'string' || q.trim() === '') return undefined;
  // A character of two halves is cut off whole: half of one is refused.
  return q.slice(0, searchCharacters).replace(/[\uD800-\uDBFF]$/, '');
}
