/**
 * Texts that the conversation asks this page to keep. Many browsers give an iframe of another site no storage at all,
 * and a visitor who goes on to the next page must find the conversation again.
 */
export interface KeptTexts {
  all(): Readonly<Record<string, string>>;
  keep(name: string, text: string | null): void;
}

export function keptTexts(deployment: string): KeptTexts {
  const prefix = `parley.kept.${deployment}.`;
  return {
    all() {
      try {
        const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix));
        return Object.fromEntries(names.map((name) => [name.slice(prefix.length), localStorage.getItem(name) ?? '']));
      } catch {
        return {};
      }
    },
    keep(name, text) {
      try {
        if (text === null) localStorage.removeItem(prefix + name);
        else localStorage.setItem(prefix + name, text);
      } catch {
        // Where this page may keep nothing either, the conversation lasts as long as it is open.
      }
    },
  };
}
