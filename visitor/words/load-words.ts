import { type Words, wordsLanguage } from './words.ts';

/** Where each language's words are, as data that only its speakers fetch. */
const addresses = import.meta.glob<string>('./*.json', { query: '?url', import: 'default', eager: true });

/** The words of the page in a language it speaks. Throws when they do not arrive. */
export async function loadWords(language: string): Promise<Words> {
  const response = await fetch(addresses[`./${wordsLanguage(language)}.json`] ?? '');
  if (!response.ok) throw new Error(`The words for ${language} did not arrive (${response.status}).`);
  return response.json();
}
