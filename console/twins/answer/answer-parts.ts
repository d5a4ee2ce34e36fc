/** A paragraph, heading, table or piece of code of an answer. */
export type AnswerPart = { readonly isQuote: boolean } & (
  | { readonly kind: 'words' | 'heading' | 'code'; readonly words: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
);

/** An answer in Markdown part by part, those whose every line is marked as quoted without the marks. */
export function answerParts(text: string): AnswerPart[] {
  return blocksOf(text).flatMap((lines) => {
    const isQuote = lines.every((line) => line.startsWith('>'));
    if (!isQuote) return [partOf(lines, false)];
    const inner = lines.map((line) => line.replace(/^> ?/, ''));
    const blocks = blocksOf(inner.join('\n'));
    // Only a table parts a quotation: its other words stay as they are quoted.
    return blocks.some(isTable) ? blocks.map((block) => partOf(block, true)) : [partOf(inner, true)];
  });
}

const fence = /^ {0,3}(```|~~~)[^`]*$/;

/** Lines between empty ones; code goes to its end. */
function blocksOf(text: string): string[][] {
  const blocks: string[][] = [[]];
  let open: string | null = null;
  for (const line of text.split('\n')) {
    const mark = fence.exec(line)?.[1] ?? null;
    if (open === null && (mark !== null || line.trim() === '')) blocks.push([]);
    if (open !== null || line.trim() !== '') blocks.at(-1)?.push(line);
    if (open !== null && mark === open) {
      open = null;
      blocks.push([]);
    } else open ??= mark;
  }
  return blocks.filter((lines) => lines.length > 0);
}

function partOf(lines: readonly string[], isQuote: boolean): AnswerPart {
  const [first = ''] = lines;
  const mark = fence.exec(first)?.[1];
  if (mark !== undefined) {
    const inner = lines.slice(1, lines.at(-1)?.trim() === mark ? -1 : undefined);
    return { isQuote, kind: 'code', words: inner.join('\n') };
  }
  if (isTable(lines)) {
    return { isQuote, kind: 'table', rows: lines.filter((_, index) => index !== 1).map(cellsOf) };
  }
  const [, heading] = (lines.length === 1 && /^#{1,6}\s+(.+)$/.exec(first)) || [];
  return heading === undefined
    ? { isQuote, kind: 'words', words: lines.join('\n') }
    : { isQuote, kind: 'heading', words: heading };
}

function isTable([head = '', rule = '']: readonly string[]): boolean {
  return head.includes('|') && rule.includes('|') && /^[\s|:-]*-[\s|:-]*$/.test(rule);
}

function cellsOf(line: string): string[] {
  const row = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return row.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
}
