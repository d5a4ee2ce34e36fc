import type { Pattern } from './pattern-matcher.ts';
import { properNames } from './proper-names.ts';
import { wordsOf } from './words-of.ts';

/** Longer patterns are found by their beginning. */
const patternAtMost = 80;
/** From this length on a pattern is found inside a word too, and across words. */
const looseFrom = 8;
/** Letters and digits in one are in no ordinary word. */
const mixedFrom = 6;
/** Several words read together need more: the end of a word and the start of another are often a third. */
const looseWordsFrom = 12;
/** From this length on most of a code is as good as the code. */
const partsFrom = 10;

const address = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu;
const link = /\b(?:https?:\/\/|www\.)[^\s<>"'`)\]]+/giu;
const number = /\p{Nd}+(?:[.,'’ \u00a0\u202f/-]\p{Nd}+)*/gu;
const compound = /[\p{L}\p{N}]+(?:[-_./:#][\p{L}\p{N}]+)*/gu;
/** Three words in capitals and more are loud, not rare. */
const shouted = /\p{Lu}{2,}(?:[\s,.;:()'"/-]+\p{Lu}+){2,}/gu;
const secretWord =
  /(?<!\p{L})(?:password|passphrase|passcode|codename|code ?word|passwort|kennwort|codewort|mot de passe|contraseña|senha|كلمة السر)(?:\s+(?:is|ist|lautet|est|es|é))?(?:\s*[:=]\s*|\s+(?=["'“”„«`]))["'“„«`]?([^\s"'”“»`,;]{3,})/giu;
/** Less telling words: what follows counts when it is no small-lettered word. */
const secretCode =
  /(?<!\p{L})(?:[Cc]ode|[Pp]in|PIN|[Ss]ecret|[Tt]oken|[Kk]ey|[Cc]lave|[Cc]ódigo)\s*[:=]\s*["'“„«`]?([^\s"'”“»`,;]{0,40}[\p{Nd}\p{Lu}_-][^\s"'”“»`,;]{0,40})/gu;

/**
 * The words of a text that give it away wherever they stand: codes, numbers of four digits and more (but not a bare
 * year around now), mail and web addresses, names as programs write them, what stands after "password:", proper names.
 */
export function rareWords(text: string): Pattern[] {
  const plain = text.replace(/\p{Cf}/gu, '').normalize('NFKC');
  const calm = plain.replace(shouted, (words) => words.toLowerCase());
  return [
    ...allOf(address, plain).flatMap((found) => [...codePatterns(found), ...codePatterns(localPart(found))]),
    ...allOf(link, plain).flatMap(linkPatterns),
    ...allOf(number, plain).flatMap(numberPatterns),
    ...allOf(compound, calm).filter(isCode).flatMap(codePatterns),
    ...[...plain.matchAll(secretWord), ...plain.matchAll(secretCode)].flatMap((match) => codePatterns(match[1] ?? '')),
    ...properNames(calm).map(phrasePattern),
  ];
}

/** A phrase of words, found where it begins and ends with a word unless it is long. */
export function phrasePattern(phrase: string): Pattern {
  const words = wordsOf(phrase);
  const chars = words.join('').slice(0, patternAtMost);
  return { chars, isWhole: chars.length < (words.length > 1 ? looseWordsFrom : looseFrom) };
}

/** An address of a page: without its scheme, since every address begins with one, and its end alone. */
export function linkPatterns(url: string): Pattern[] {
  const words = wordsOf(url.replace(/^(?:https?:\/\/)?(?:www\.)?/iu, '').replace(/[.,;:!?]+$/u, ''));
  const chars = words.join('');
  if (chars.length < 6) return [];
  const tail = chars.slice(Math.floor(chars.length * 0.4));
  return [phrasePattern(words.join(' ')), ...(tail.length >= partsFrom ? [{ chars: tail, isWhole: false }] : [])];
}

/** A code, and enough of its beginning or end to guess the rest. */
function codePatterns(code: string): Pattern[] {
  const words = wordsOf(code);
  const chars = words.join('').slice(0, patternAtMost);
  if (chars.length < 3) return [];
  const whole = { chars, isWhole: chars.length < looseFrom };
  if (chars.length < partsFrom) return [whole];
  const most = Math.ceil(chars.length * 0.6);
  const parts = code.includes('@') ? [chars.slice(0, most)] : [chars.slice(0, most), chars.slice(-most)];
  const telling = parts.filter((part) => /\d/u.test(part) || !words.some((word) => word.includes(part)));
  return [
    whole,
    ...telling.map((part) => ({ chars: part, isWhole: part.length < (isMixed(part) ? mixedFrom : looseFrom) })),
  ];
}

function isMixed(chars: string): boolean {
  return /\d/u.test(chars) && /\D/u.test(chars);
}

/** A number whole, without its decimals, and each of its longer groups. */
function numberPatterns(written: string): Pattern[] {
  const groups = wordsOf(written).filter((group) => /^\d+$/u.test(group));
  const whole = groups.join('');
  const isOneNumber = groups.length > 1 && (whole.length >= 7 || groups.some((group) => group.length > 2));
  const candidates = isOneNumber ? [whole, groups.slice(0, -1).join(''), ...groups] : groups;
  return candidates.filter((digits) => digits.length >= 4 && !isYear(digits)).flatMap(codePatterns);
}

function isYear(digits: string): boolean {
  return /^(?:199\d|20[0-3]\d)$/u.test(digits);
}

/** The name of a mailbox gives away whose it is, unless it is a word: `info`, `support`. */
function localPart(mail: string): string {
  const name = mail.slice(0, mail.indexOf('@'));
  return /[._+\d-]/u.test(name) ? name : '';
}

function isCode(word: string): boolean {
  const letters = word.match(/\p{L}/gu)?.length ?? 0;
  const digits = word.match(/\p{Nd}/gu)?.length ?? 0;
  if (letters > 0 && digits > 0) return letters + digits >= 4 && !isMeasure(word);
  if (digits > 0) return false;
  if (/_/u.test(word) || /^\p{Ll}{2,}\p{Lu}/u.test(word) || /(?:\p{Lu}\p{Ll}+){3,}/u.test(word)) return letters >= 6;
  if (/^[\p{Lu}\p{Lo}-]+$/u.test(word) && /\p{Lu}/u.test(word)) return letters >= 6;
  return /[\p{L}]{2,}\.\p{Ll}{2,}/u.test(word) && letters >= 8;
}

/** `30-day`, `500MB`, `10th`; `Windows-11`, `mp3`. */
function isMeasure(word: string): boolean {
  return (
    /^\p{Nd}{1,3}[-.:/]?(?:\p{L}{1,3}|\p{Ll}+(?:-\p{Ll}+)*)$/u.test(word) || /^\p{L}\p{Ll}+-?\p{Nd}{1,2}$/u.test(word)
  );
}

function allOf(pattern: RegExp, text: string): string[] {
  return text.match(pattern) ?? [];
}
