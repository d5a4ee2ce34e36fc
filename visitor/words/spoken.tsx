import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { loadWords } from './load-words.ts';
import { directionOf, type Say, SayContext, sayWith, wordsLanguage } from './words.ts';

const retryMs = 3000;

/** Gives its children the page's words in a language, and sets the page's language and direction; shows nothing until the words are there. */
export function Spoken({ language, children }: { language: string; children: ComponentChildren }) {
  const [say, setSay] = useState<Say | null>(null);
  const words = wordsLanguage(language);
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const loaded = await loadWords(words).catch(() => null);
      if (!isCurrent) return;
      if (!loaded) return void setTimeout(load, retryMs);
      document.documentElement.lang = words;
      document.documentElement.dir = directionOf(words);
      setSay(() => sayWith(loaded));
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [words]);
  return say && <SayContext.Provider value={say}>{children}</SayContext.Provider>;
}
