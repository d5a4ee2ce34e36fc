/**
 * So many ordinary-looking words do not end a stretch, and so many beside it may belong to it. Read both ways: short
 * pieces of an encoded text often look like words, while ordinary words between two encoded texts would garble both.
 */
const ordinaryAtMost = [2, 6];
/** A stretch with fewer signs, counted with the words beside it, says nothing. */
const signsAtLeast = 8;

const marks = /^[ \t>]*(?:[-+•]|\d{1,2}[.)])[ \t]|\b0x|\\x|\\u00/gimu;
const encodedLooking = /\d|[a-z][A-Z]|[A-Z]{2}|=$/u;

/**
 * The parts of a text that look like no language's words: each such word, all of a stretch written together (with
 * and without hyphens), and the same with its neighbours, which may be pieces that happen to look like words.
 */
export function encodedStretches(text: string): string[] {
  const words = text.replace(marks, ' ').match(/[A-Za-z0-9+/=_-]+/gu) ?? [];
  const groups = ordinaryAtMost.flatMap((beside) => groupsOf(words, beside));
  return [...new Set(groups.flatMap((group) => readingsOf(words, group)))];
}

interface Group {
  readonly first: number;
  readonly last: number;
  /** How many words on each side may belong to it. */
  readonly beside: number;
}

function groupsOf(words: readonly string[], beside: number): Group[] {
  const groups: { first: number; last: number; beside: number }[] = [];
  for (const [at, word] of words.entries()) {
    if (!encodedLooking.test(word)) continue;
    const group = groups.at(-1);
    if (group && at - group.last <= beside + 1) group.last = at;
    else groups.push({ first: at, last: at, beside });
  }
  return groups;
}

function readingsOf(words: readonly string[], { first, last, beside }: Group): string[] {
  const inner = words.slice(first, last + 1);
  const joined = together(inner);
  const before = together(words.slice(Math.max(0, first - beside), first));
  const after = together(words.slice(last + 1, last + beside + 1));
  const readings = [joined, joined.replaceAll('-', ''), before + joined, joined + after, before + joined + after];
  return [...inner, ...readings].filter((reading) => reading.length >= signsAtLeast);
}

function together(words: readonly string[]): string {
  return words.map((word) => word.replace(/=+$/u, '')).join('');
}
