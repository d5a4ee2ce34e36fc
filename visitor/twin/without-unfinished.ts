/** A line that so far holds nothing but what may become the mark of a list, a heading, a quote, a rule or a fence. */
const onlyMarks = /^[\s>]*[-+*_#`~\s\d.)]{0,12}$/;
const fence = /^\s*(`{3,}|~{3,})/;
/** Escapes, code and links that are complete. */
const whole = /\\.|`[^`]+`|!?\[[^[\]]+\]\([^\s()<>]*(?: "[^"]*")?\)|<[a-z]+:[^\s<>]+>/gi;
/** What may become a link or a citation's mark: held back, but not for longer than a link's text takes. */
const beginning = /!?\[[^[\]]{0,200}(?:\](?:\([^\s)]{0,2000}(?: "[^"]*"?)?)?)?$|<[a-z]*(?::[^\s<>]*)?$|!$/i;
const delimiter = /\*+|~~|_+/g;

/**
 * The text of an answer so far, as it can be shown without flickering: marks that are open are closed, and an end that
 * may turn out to be a mark or a link is held back. What is shown of it stays when more comes.
 */
export function withoutUnfinished(text: string): string {
  const start = text.lastIndexOf('\n') + 1;
  const earlier = text.slice(0, start);
  // Half a character at most: the second half of a pair comes with the next piece.
  const line = text.slice(start).replace(/[\ud800-\udbff]$/, '');
  const mark = openFence(earlier);
  if (mark) return mark.startsWith(line.trim()) ? earlier : earlier + line;
  // What follows the mark of a code block names a language, and is never shown.
  const shown = onlyMarks.test(line) || fence.test(line) ? '' : closed(line);
  return onlyMarks.test(shown) ? earlier : earlier + shown;
}

/** The mark of the code block that is open at the end of these lines; null when none is. */
function openFence(lines: string): string | null {
  let open: string | null = null;
  for (const line of lines.split('\n')) {
    if (open === null) open = fence.exec(line)?.[1] ?? null;
    else if (line.trim() === open) open = null;
  }
  return open;
}

/** A last line with its open marks closed. Marks of Markdown never reach over lines here. */
function closed(line: string): string {
  const masked = line.replace(whole, (part) => 'x'.repeat(part.length));
  const code = masked.indexOf('`');
  const held = beginning.exec(code < 0 ? masked : masked.slice(0, code))?.index;
  if (code >= 0 && held === undefined) return closedCode(line, masked, code);
  const end = withoutTail(masked.slice(0, held ?? masked.length));
  return line.slice(0, end.length) + closers(end);
}

function closedCode(line: string, masked: string, code: number): string {
  const before = masked.slice(0, code);
  const isEmpty = line.slice(code + 1).trim() === '';
  const end = isEmpty ? withoutTail(before) : before;
  return line.slice(0, isEmpty ? end.length : line.length) + (isEmpty ? '' : '`') + closers(end);
}

/** Without an end that may belong to a mark of which more comes. */
function withoutTail(masked: string): string {
  return masked.replace(/[\s*_~\\]+$/, '');
}

/** What closes the emphasis that is open at the end, innermost first. */
function closers(masked: string): string {
  const open: string[] = [];
  for (const { 0: mark, index } of masked.matchAll(delimiter)) {
    const at = open.lastIndexOf(mark);
    const before = masked[index - 1] ?? ' ';
    const after = masked[index + mark.length] ?? ' ';
    if (at >= 0 && /\S/.test(before)) open.length = at;
    else if (mark.length <= 3 && !/^_{2,}/.test(mark) && /\S/.test(after) && opensAfter(mark, before)) open.push(mark);
  }
  return open.reverse().join('');
}

/** Single marks within a word are part of it: `2*3`, `snake_case`. */
function opensAfter(mark: string, before: string): boolean {
  return mark.length > 1 || !/[\p{L}\p{N}]/u.test(before);
}
