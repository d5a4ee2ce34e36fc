import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type english from './en.json';

export type Words = Readonly<Record<keyof typeof english, string>>;
/** Words for what the page says itself, with `{name}` filled in. */
export type Say = (word: keyof Words, values?: Readonly<Record<string, string | number>>) => string;

/** Languages the page speaks; each has a file of its name. */
export const pageLanguages = ['en', 'de', 'fr', 'es', 'pt', 'ar'] as const;

/** The language of the page nearest to one asked for: its base (`de` for `de-AT`), or English. */
export function wordsLanguage(language: string): (typeof pageLanguages)[number] {
  const base = language.toLowerCase().split('-')[0];
  return pageLanguages.find((known) => known === base) ?? 'en';
}

export function sayWith(words: Words): Say {
  return (word, values) => words[word].replace(/\{(\w+)\}/g, (whole, name) => String(values?.[name] ?? whole));
}

export const SayContext = createContext<Say>(() => '');
export const useSay = (): Say => useContext(SayContext);

/** Writing direction of the page in one of its languages. */
export function directionOf(language: (typeof pageLanguages)[number]): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}
