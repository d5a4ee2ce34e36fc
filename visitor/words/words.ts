import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import english from './en.json';

export type Words = Readonly<Record<keyof typeof english, string>>;
/** Words for what the page says itself, with `{name}` filled in. */
export type Say = (word: keyof Words, values?: Readonly<Record<string, string | number>>) => string;

/** Languages the page speaks, besides English each loaded when needed. */
const loaders: ReadonlyMap<string, () => Promise<Words>> = new Map([
  ['en', async () => english],
  ['de', async () => (await import('./de.json')).default],
  ['fr', async () => (await import('./fr.json')).default],
  ['es', async () => (await import('./es.json')).default],
  ['pt', async () => (await import('./pt.json')).default],
  ['ar', async () => (await import('./ar.json')).default],
]);
export const pageLanguages: readonly string[] = [...loaders.keys()];

/** The words of a language, of its base language (`de` for `de-AT`), or in English. */
export async function loadWords(language: string): Promise<Words> {
  try {
    return await (loaders.get(baseLanguage(language))?.() ?? english);
  } catch {
    // A language file that does not arrive is no reason to show nothing.
    return english;
  }
}

export function sayWith(words: Words): Say {
  return (word, values) => words[word].replace(/\{(\w+)\}/g, (whole, name) => String(values?.[name] ?? whole));
}

export const SayContext = createContext<Say>(sayWith(english));
export const useSay = (): Say => useContext(SayContext);

function baseLanguage(language: string): string {
  return language.toLowerCase().split('-')[0] ?? '';
}
