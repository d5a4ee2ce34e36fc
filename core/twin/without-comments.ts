/**
 * Markdown lines without what stands between `<!--` and `-->`, which is the author's and not shown. A comment that goes
 * on over lines begins one. In code, and where it never ends, it is text like any other. `isKept` tells lines, such as
 * page markers and those of code, that stay as they are. Linear in the length of the text.
 */
export function withoutComments(lines: readonly string[], isKept: (line: string) => boolean): string[] {
  const lastEnd = lines.findLastIndex((line) => line.includes(end));
  let isInside = false;
  return lines.map((line, at) => {
    if (!isInside && (isKept(line) || !line.includes(start))) return line;
    const rest = uncommented(line, isInside, at < lastEnd);
    isInside = rest.isInside;
    return rest.text;
  });
}

const start = '<!--';
const end = '-->';

/** What is left of a line, and whether a comment is open at its end. */
function uncommented(line: string, wasInside: boolean, mayStayOpen: boolean): { text: string; isInside: boolean } {
  const lastEnd = line.lastIndexOf(end);
  const kept: string[] = [];
  let isInside = wasInside;
  let isCode = false;
  let at = 0;
  for (let found = line.indexOf(isInside ? end : start); found >= 0; found = line.indexOf(isInside ? end : start, at)) {
    const before = isInside ? '' : line.slice(at, found);
    at = found + (isInside ? end : start).length;
    if (hasOddTicks(before)) isCode = !isCode;
    const isBlank = kept.length === 0 && before.trim() === '';
    const opens = !isInside && !isCode && (lastEnd > found || (mayStayOpen && isBlank));
    kept.push(before);
    if (!isInside && !opens) kept.push(start);
    isInside = opens;
  }
  if (!isInside) kept.push(line.slice(at));
  return { text: kept.join(''), isInside };
}

function hasOddTicks(text: string): boolean {
  return text.split('`').length % 2 === 0;
}
