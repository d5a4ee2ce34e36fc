import { detectAll } from 'tinyld';
import type { Languages } from '../../ports/languages.ts';

/** Shorter texts are guessed wrong too often. */
const fewestCharacters = 12;
/** Below it nothing can be said; measured on short questions. */
const surenessAtLeast = 0.06;
/** How much surer than of the next language it has to be. */
const leadAtLeast = 1.2;

/** Language detection by tinyld, which knows the languages by their ISO 639-1 codes. */
export function tinyldLanguages(): Languages {
  return {
    tell(text, among) {
      if (among.length < 2 || text.trim().length < fewestCharacters) return null;
      const [best, next] = detectAll(text.slice(0, 2000));
      if (!best || best.accuracy < surenessAtLeast) return null;
      if (next && best.accuracy < next.accuracy * leadAtLeast) return null;
      return among.find((tag) => baseOf(tag) === best.lang) ?? null;
    },
  };
}

function baseOf(tag: string): string {
  return tag.split('-')[0] ?? tag;
}
