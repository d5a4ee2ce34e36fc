import { newStemmer, type Stemmer } from 'snowball-stemmers';
import { stopWords } from './stop-words.ts';

/** Names of the stemmers of the languages whose inflections are taken off. */
const algorithms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ar: 'arabic',
    de: 'german',
    en: 'english',
    es: 'spanish',
    fr: 'french',
    it: 'italian',
    nl: 'dutch',
    pt: 'portuguese',
    ru: 'russian',
    tr: 'turkish',
  }),
);

/** Of a language that is not known: words are taken as they stand. */
export const unknownLanguage = '';

/** A text with fewer stop words than this, of all its words, is in none of the known languages. */
const leastShare = 0.08;

/** The language most of whose stop words a text uses, or the unknown one. Dependable from a paragraph on. */
export function languageOf(words: readonly string[]): string {
  const scores = [...stopWords].map(([language, list]) => ({
    language,
    share: words.filter((word) => list.has(word)).length / Math.max(1, words.length),
  }));
  const best = scores.reduce((most, score) => (score.share > most.share ? score : most));
  return best.share < leastShare ? unknownLanguage : best.language;
}

export function isStopWord(word: string, language: string): boolean {
  return stopWords.get(language)?.has(word) ?? false;
}

const stemmers = new Map<string, Stemmer>();
const known = new Map<string, string>();
const mostKnown = 100_000;

/** What a word is indexed as: without inflection and accents. */
export function termOf(word: string, language: string): string {
  const key = `${language} ${word}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const term = withoutAccents(stem(word, language));
  if (known.size >= mostKnown) known.clear();
  known.set(key, term);
  return term;
}

/** What a word of a text is found by: its term and, for those who type no accents, the term it has without them. */
export function termsOf(word: string, language: string): string[] {
  const term = termOf(word, language);
  const bare = withoutAccents(word);
  const other = bare === word ? term : termOf(bare, language);
  return other === term ? [term] : [term, other];
}

function stem(word: string, language: string): string {
  const algorithm = algorithms.get(language);
  if (algorithm === undefined || word.length < 3 || /\p{N}/u.test(word)) return word;
  const stemmer = stemmers.get(language) ?? newStemmer(algorithm);
  stemmers.set(language, stemmer);
  return stemmer.stem(word) || word;
}

/** Latin, Greek and Cyrillic accents and Arabic vowel signs; marks that make another letter stay. */
function withoutAccents(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return word;
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u064b-\u0652\u0640]/g, '')
    .normalize('NFC')
    .replaceAll('ß', 'ss');
}
