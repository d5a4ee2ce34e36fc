import { isStopWord, termOf } from './language.ts';
import { splitWords } from './split-words.ts';

/** The words of a text that carry its meaning, without inflection and accents, read as words of the given language. */
export function readTerms(text: string, language: string): string[] {
  const known = language.toLowerCase().split('-')[0] ?? '';
  return splitWords(text)
    .filter((word) => !isStopWord(word, known))
    .map((word) => termOf(word, known));
}
