/** A line of plain text that Markdown, or a reader of page markers, would take for something else, made plain again. */
export function escapeLine(line: string): string {
  return line
    .replaceAll('<!--', '<\\!--')
    .replace(/^(\s*)(#{1,6}(?:\s|$)|`{3}|~{3}|-{3,}\s*$|={3,}\s*$|[-*+]\s|>)/, '$1\\$2');
}
