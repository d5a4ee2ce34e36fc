import { type Words, wordsLanguage } from './words.ts';

/** Where each language's words are, as data that only its speakers fetch. */
const addresses = import.meta.glob<string>('./*.json', { query: '?url', import: 'default', eager: true });

/** The words of the page in a language it speaks. Null, or an error, when they do not arrive. */
export async function loadWords(language: string): Promise<Words | null> {
  const response = await fetch(addresses[`./${wordsLanguage(language)}.json`] ?? '');
  return response.ok ? response.json() : null;
}
