/** A run of words; `number` is that of a citation mark such as `[2]`, null for plain words. `at` is where it begins. */
export interface Piece {
  readonly at: number;
  readonly words: string;
  readonly number: number | null;
}

/** Splits words at their citation marks. */
export function splitMarks(words: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let rest = 0;
  const addPlain = (end: number) => {
    if (end > rest) pieces.push({ at: rest, words: words.slice(rest, end), number: null });
  };
  for (const { 0: mark, 1: digits, index } of words.matchAll(/\[(\d{1,3})\]/g)) {
    addPlain(index);
    pieces.push({ at: index, words: mark, number: Number(digits) });
    rest = index + mark.length;
  }
  addPlain(words.length);
  return pieces;
}
