/**
 * How much reading a text is, in words. Scripts written without spaces count by what a word takes there on average;
 * overlong runs and white space count too, so that a weight bounds a length: at most 24 characters a word.
 */
export function weighWords(text: string): number {
  return text.match(wordLike)?.length ?? 0;
}

/** A text in pieces of at most `most` words, cut between words, and within a word only where a single one is too much. */
export function cutAtWords(text: string, most: number): string[] {
  return packPieces(
    (text.match(/\S+\s*|\s+/g) ?? []).flatMap((word) => (weighWords(word) > most ? cutWord(word, most) : [word])),
    most,
  );
}

/** Joins neighbours while they stay within `most` words, of about equal weight each. */
export function packPieces(pieces: readonly string[], most: number, between = ''): string[] {
  const weights = pieces.map(weighWords);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const fair = total / Math.max(1, Math.ceil(total / most));
  const packs: string[][] = [];
  let pack: string[] = [];
  let filled = 0;
  pieces.forEach((piece, index) => {
    const weight = weights[index] ?? 0;
    if (pack.length > 0 && (filled >= fair || filled + weight > most)) {
      packs.push(pack);
      pack = [];
      filled = 0;
    }
    pack.push(piece);
    filled += weight;
  });
  if (pack.length > 0) packs.push(pack);
  return packs.map((packed) => packed.join(between));
}

function cutWord(word: string, most: number): string[] {
  const parts = word.match(wordLike) ?? [];
  return Array.from({ length: Math.ceil(parts.length / most) }, (_, index) =>
    parts.slice(index * most, (index + 1) * most).join(''),
  );
}

const paired = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}';
const unspaced = '\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';
const wordLike = new RegExp(`[${paired}]{1,2}|[${unspaced}]{1,5}|[^\\s${paired}${unspaced}]{1,24}|\\s{24}`, 'gu');
