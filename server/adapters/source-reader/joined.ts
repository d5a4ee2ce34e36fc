/** Lines of a paragraph as one text: words that are hyphenated at the end of a line are whole again. */
export function joined(lines: readonly string[]): string {
  return lines
    .map((line, index) => {
      const after = lines[index + 1];
      if (after === undefined) return line;
      const isHyphenated = /\p{L}[-\u00ad\u2010]$/u.test(line.slice(-3)) && /^\p{Ll}/u.test(after);
      return isHyphenated ? line.slice(0, -1) : `${line} `;
    })
    .join('');
}
