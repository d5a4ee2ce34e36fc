/**
 * How much reading a text is, in words. Scripts written without spaces count by what a word takes there on average;
 * overlong runs and white space count too, so that a weight bounds a length: about 24 characters a word at most.
 */
export function weighWords(text: string): number {
  let words = 0;
  eachWord(text, () => {
    words += 1;
  });
  return words;
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
  const starts = wordStarts(word).filter((_, index) => index % most === 0);
  return starts.map((start, index) => word.slice(start, starts[index + 1]));
}

function wordStarts(text: string): number[] {
  const starts: number[] = [];
  eachWord(text, (at) => starts.push(at));
  return starts;
}

/** How many letters of a kind make a word; white space is none before it is as long as one. */
const lettersOf = { space: 24, other: 24, paired: 2, unspaced: 5 };
type Kind = keyof typeof lettersOf;

/** Calls back with the place of every word. A loop, since every text is weighed several times over. */
function eachWord(text: string, found: (at: number) => void): void {
  let kind: Kind = 'space';
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const next = kindOf(code);
    const isFull = length >= lettersOf[kind] && !isSecondHalf(code);
    length = next === kind && !isFull ? length + 1 : 1;
    kind = next;
    if (length === (kind === 'space' ? lettersOf.space : 1)) found(at);
  }
}

function kindOf(code: number): Kind {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d) ? 'space' : 'other';
  if (code < 0xe00) return code === 0xa0 ? 'space' : 'other';
  if (code < 0xf00 || (code >= 0x1000 && code < 0x10a0) || (code >= 0x1780 && code < 0x1800)) return 'unspaced';
  if (code >= 0x3040 && code < 0xa000) return 'paired';
  return (code >= 0x2000 && code <= 0x200a) || code === 0x3000 || code === 0x2028 || code === 0x2029
    ? 'space'
    : 'other';
}

/** The second half of a letter outside the basic plane, which is never parted from the first. */
function isSecondHalf(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
