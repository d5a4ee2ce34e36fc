import { isStopWord, languageOf, termOf } from './language.ts';
import type { Ranking } from './ranking.ts';
import { type SoughtTerm, soughtTerm } from './segment.ts';
import { splitWords } from './split-words.ts';
import { languagesWithSynonyms, synonymsOf } from './synonyms.ts';

/** A word to look for. */
export interface SoughtWord {
  readonly word: string;
  /** How texts of each language have it indexed; a language is missing where the word says nothing or stands for none. */
  readonly terms: ReadonlyMap<string, SoughtTerm>;
  /** What a match counts against the word that was asked. */
  readonly weight: number;
}

/** One word of the question with those that may stand for it; the asked one first. */
export type AskedWord = readonly [SoughtWord, ...SoughtWord[]];

/** A longer question is read to here: nobody asks in more words, and each costs time. */
const mostWords = 50;
/** A question this long has words enough of its own. */
const mostWithSynonyms = 15;

/** What to look for in texts of these languages. Where a question has nothing but stop words, they are looked for. */
export function readQuestion(question: string, languages: readonly string[], ranking: Ranking): AskedWord[] {
  const words = [...new Set(splitWords(question))];
  const spoken = ranking.readsLanguage ? languageOf(words) : '';
  const telling = words.filter((word) => !isStopWord(word, spoken));
  const begun = (telling.length > 0 ? telling : words).slice(0, 2 * mostWords);
  const asked = withoutRepeats(begun, languages).slice(0, mostWords);
  const hasSynonyms = ranking.synonymWeight > 0 && asked.length <= mostWithSynonyms;
  const known = hasSynonyms ? languagesWithSynonyms.filter((language) => languages.includes(language)) : [];
  return asked.map((word) => [
    soughtWord(word, languages, 1),
    ...known.flatMap((language) =>
      synonymsOf(termOf(word, language), language).map((synonym) =>
        soughtWord(synonym, [language], ranking.synonymWeight),
      ),
    ),
  ]);
}

function soughtWord(word: string, languages: readonly string[], weight: number): SoughtWord {
  return { word, weight, terms: new Map(languages.map((language) => [language, soughtTerm(termOf(word, language))])) };
}

/** Two forms of one word count once. */
function withoutRepeats(words: readonly string[], languages: readonly string[]): string[] {
  const seen = new Set<string>();
  return words.filter((word) => {
    const forms = languages.map((language) => termOf(word, language)).join(' ');
    const isNew = !seen.has(forms);
    seen.add(forms);
    return isNew;
  });
}
