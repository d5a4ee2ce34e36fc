import { lookAlikes } from './look-alikes.ts';

/** Scripts written without spaces: each sign is a word of its own. */
export const unspacedScripts = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}';

const word = /[\p{L}\p{N}]+/gu;
const unspacedSign = new RegExp(`[${unspacedScripts}]`, 'u');
const signOrRest = new RegExp(`[${unspacedScripts}]|[^${unspacedScripts}]+`, 'gu');

/**
 * The words of a text in the form in which texts are compared: without case, punctuation, Markdown, combining and
 * invisible marks, in compatible characters (NFKD), with look-alikes of Latin letters as those letters and all
 * digits as 0 to 9.
 */
export function wordsOf(text: string): string[] {
  return writtenWordsOf(text).map(foldWord);
}

/** The same words as they are written: with case, and look-alikes as they stand. */
export function writtenWordsOf(text: string): string[] {
  if (isAscii(text)) return text.match(/[a-z0-9]+/giu) ?? [];
  const words: string[] = withoutMarks(text).match(word) ?? [];
  return words.some((each) => unspacedSign.test(each)) ? words.flatMap((each) => each.match(signOrRest) ?? []) : words;
}

export function foldWord(written: string): string {
  const lower = written.toLowerCase();
  if (/^[a-z0-9]*$/u.test(lower)) return lower;
  let folded = '';
  for (const sign of lower) folded += lookAlikes.get(sign) ?? digitOf(sign) ?? sign;
  return folded;
}

/** NFKD takes letters apart from their marks, so that one pass removes combining and invisible ones. */
function withoutMarks(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[\u{1f130}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu, enclosedLetter);
}

/** Letters in squares, circles and flags. */
function enclosedLetter(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  const first = [0x1f1e6, 0x1f170, 0x1f150, 0x1f130].find((start) => code >= start) ?? code;
  return code - first < 26 ? String.fromCharCode(65 + code - first) : sign;
}

/** Digits of every script stand in unbroken tens that begin at a code point NFKD leaves alone. */
function digitOf(sign: string): string | undefined {
  if (!/\p{Nd}/u.test(sign)) return undefined;
  const code = sign.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are ASCII too
  return /^[\u0000-\u007f]*$/u.test(text);
}
