/** A question with two letters swapped in the middle of its longest word, or as it is where no word is long enough. */
export function mistype(question: string): string {
  const words = question.match(/\p{Ll}{6,}/gu) ?? [];
  const longest = words.toSorted((a, b) => b.length - a.length)[0];
  if (longest === undefined) return question;
  const at = Math.floor(longest.length / 2);
  const slipped = `${longest.slice(0, at - 1)}${longest[at] ?? ''}${longest[at - 1] ?? ''}${longest.slice(at + 1)}`;
  return question.replace(longest, slipped);
}
