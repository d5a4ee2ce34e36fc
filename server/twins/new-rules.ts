/** The rules that say something else than those there are, and than each other; case, spacing and the last mark aside. */
export function newRules<Rule extends { readonly text: string }>(
  proposed: readonly Rule[],
  existing: readonly { readonly text: string }[],
): Rule[] {
  const said = new Set(existing.map(({ text }) => plain(text)));
  return proposed.filter(({ text }) => {
    const words = plain(text);
    if (said.has(words)) return false;
    said.add(words);
    return true;
  });
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\s.!。！।]+$/u, '');
}
