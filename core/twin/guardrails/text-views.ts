import { wordsOf } from './words-of.ts';

/** Words written together, in one of the ways in which a person could read them. */
export interface TextView {
  readonly chars: string;
  /** 1 where a word begins or ends; one longer than `chars`. */
  readonly edges: Uint8Array;
}

/** A text as it stands and by ROT13, with the numbers that count list items and without, in every order. */
export function viewsOfText(text: string): TextView[] {
  return [...new Set([text, withoutListMarks(text)])].flatMap((each) =>
    [each, rot13(each)].flatMap((reading) => viewsOf(wordsOf(reading))),
  );
}

/** The words as they stand, backwards word by word, letter by letter, and both. */
export function viewsOf(words: readonly string[]): TextView[] {
  const mirrored = words.map((word) => [...word].reverse().join(''));
  return [words, [...words].reverse(), mirrored, [...mirrored].reverse()].map(viewOf);
}

export function viewOf(words: readonly string[]): TextView {
  const chars = words.join('');
  const edges = new Uint8Array(chars.length + 1);
  let at = 0;
  edges[0] = 1;
  for (const word of words) {
    at += word.length;
    edges[at] = 1;
  }
  return { chars, edges };
}

const leet: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b' };

export function hasLeet(chars: string): boolean {
  return /[0134578]/u.test(chars);
}

/** Digits as the letters they are written for, one for one; `l` and `i` become one letter, since 1 stands for both. */
export function unleet(chars: string): string {
  const folded = chars.replaceAll('l', 'i');
  return hasLeet(folded) ? folded.replace(/[0134578]/gu, (sign) => leet[sign] ?? sign) : folded;
}

export function withoutListMarks(text: string): string {
  return text.replace(/^[ \t>]*(?:[-*+•–]|\(?\d{1,3}[.)])[ \t]+/gmu, '');
}

/** Of the written text: letters with accents stay as they are, and lose them only afterwards. */
function rot13(text: string): string {
  return text.normalize('NFKC').replace(/[a-z]/giu, (letter) => {
    const first = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
  });
}
