const wordLike = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** Written without spaces, or, as Korean, with endings grown onto the words: found by pairs of characters. */
const paired =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+|[\p{sc=Hangul}]+|[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+/gu;
const isPaired =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const camelHump = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
/** Longer runs are data, not words. */
const longestWord = 64;

/**
 * The words of a text in reading order, in lower case with their accents. `getUserName` gives itself and its three
 * parts; scripts without spaces give overlapping pairs of characters.
 */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  for (const [run] of text.normalize('NFKC').matchAll(wordLike)) {
    if (isPaired.test(run)) pushPairs(run, words);
    else pushWord(run, words);
  }
  return words;
}

function pushWord(run: string, words: string[]): void {
  if (run.length > longestWord) return;
  const parts = run.split(camelHump);
  words.push(run.toLowerCase());
  if (parts.length > 1) for (const part of parts) words.push(part.toLowerCase());
}

function pushPairs(run: string, words: string[]): void {
  let end = 0;
  for (const match of run.matchAll(paired)) {
    if (match.index > end) pushWord(run.slice(end, match.index), words);
    const characters = [...match[0]];
    if (characters.length === 1) words.push(match[0]);
    for (let at = 1; at < characters.length; at++) words.push(`${characters[at - 1]}${characters[at]}`);
    end = match.index + match[0].length;
  }
  if (end < run.length) pushWord(run.slice(end), words);
}
