/** Text as a store gives it back unchanged: without U+0000 and lone surrogates, which a database refuses. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
