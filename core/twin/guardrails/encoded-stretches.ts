/** So many ordinary words in a row end a stretch. */
const ordinaryAtMost = 2;
/** A stretch with fewer encoded-looking signs says nothing. */
const signsAtLeast = 8;

const marks = /^[ \t>]*(?:[-+•]|\d{1,2}[.)])[ \t]|\b0x|\\x|\\u00/gimu;
const encodedLooking = /\d|[a-z][A-Z]|[A-Z]{2}|=$/u;

/**
 * The parts of a text that look like no language's words: each such word, all of a stretch written together (with
 * and without hyphens), and the same with its neighbours, which may be pieces that happen to look like words.
 */
export function encodedStretches(text: string): string[] {
  const words = text.replace(marks, ' ').match(/[A-Za-z0-9+/=_-]+/gu) ?? [];
  return groupsOf(words).flatMap(([first, last]) => {
    const inner = words.slice(first, last + 1);
    const joined = inner.map((word) => word.replace(/=+$/u, '')).join('');
    const wider = `${words[first - 1] ?? ''}${joined}${words[last + 1] ?? ''}`;
    return [...inner, joined, joined.replaceAll('-', ''), wider];
  });
}

/** First and last word of each stretch. */
function groupsOf(words: readonly string[]): [first: number, last: number][] {
  const groups: { first: number; last: number; signs: number }[] = [];
  for (const [at, word] of words.entries()) {
    if (!encodedLooking.test(word)) continue;
    const group = groups.at(-1);
    if (group && at - group.last <= ordinaryAtMost + 1) {
      group.last = at;
      group.signs += word.length;
    } else groups.push({ first: at, last: at, signs: word.length });
  }
  return groups.filter(({ signs }) => signs >= signsAtLeast).map(({ first, last }) => [first, last]);
}
