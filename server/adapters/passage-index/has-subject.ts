import { commonness } from './common-words.ts';
import { languageOf, termOf } from './language.ts';
import { splitWords } from './split-words.ts';

/** See `PassageIndex`. In a language of which no common words are known every question has a subject. */
export function hasSubject(question: string): boolean {
  const words = splitWords(question);
  const language = languageOf(words);
  return words.some((word) => commonness(termOf(word, language), language) === 0);
}
