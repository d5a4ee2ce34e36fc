/** The offered language the visitor's browser likes best: an exact match first, then one of the same base; else the first offered. */
export function chooseLanguage(offered: readonly string[], liked: readonly string[]): string {
  for (const wish of liked) {
    const match =
      offered.find((language) => same(language, wish)) ?? offered.find((language) => same(base(language), base(wish)));
    if (match) return match;
  }
  return offered[0] ?? liked[0] ?? 'en';
}

/** A language's name in that language, such as "Deutsch". */
export function ownName(language: string): string {
  try {
    const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
  } catch {
    return language;
  }
}

function base(language: string): string {
  return language.split('-')[0] ?? language;
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
