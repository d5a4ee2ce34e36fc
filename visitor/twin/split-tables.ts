/** A stretch of Markdown, or a table in it. `at` is the line where it begins. */
export type Stretch =
  | { readonly kind: 'text'; readonly at: number; readonly text: string }
  | ({ readonly kind: 'table'; readonly at: number } & Table);

export interface Table {
  /** It stands within a quotation. */
  readonly isQuoted: boolean;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Splits Markdown at its tables, quoted ones included. Every row has as many cells as the header; a table that goes on
 * under the same header, as where two rows of one are quoted, is one; code is left alone.
 */
export function splitTables(markdown: string): readonly Stretch[] {
  const lines = markdown.split('\n');
  const stretches: Stretch[] = [];
  let start = 0;
  let fence: string | null = null;
  const finish = (end: number) => {
    const text = lines.slice(start, end).join('\n');
    if (/[^>\s]/.test(text)) stretches.push({ kind: 'text', at: start, text });
  };
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const [, mark] = /^(?:> ?)? {0,3}(```|~~~)/.exec(line) ?? [];
    if (fence === null) fence = mark ?? null;
    else if (mark === fence) fence = null;
    const end = fence === null ? endOfTable(lines, at) : at;
    if (end > at) {
      finish(at);
      const table = tableOf(lines.slice(at, end));
      const before = stretches.at(-1);
      const goesOn = before?.kind === 'table' && headOf(before) === headOf(table);
      if (goesOn) stretches[stretches.length - 1] = { ...before, rows: [...before.rows, ...table.rows] };
      else stretches.push({ kind: 'table', at, ...table });
      start = end;
    }
    at = Math.max(end, at + 1);
  }
  finish(lines.length);
  return stretches;
}

const quote = /^> ?/;

/** The line after the table that begins here; the same line where none does. */
function endOfTable(lines: readonly string[], at: number): number {
  const isQuoted = quote.test(lines[at] ?? '');
  const isRow = (line: string | undefined) => line?.includes('|') === true && quote.test(line) === isQuoted;
  const rule = (lines[at + 1] ?? '').replace(quote, '');
  if (!isRow(lines[at]) || !isRow(lines[at + 1]) || !/^[\s|:-]*-[\s|:-]*$/.test(rule)) return at;
  let end = at + 2;
  while (isRow(lines[end])) end += 1;
  return end;
}

function headOf({ isQuoted, header }: Table): string {
  return JSON.stringify([isQuoted, header]);
}

function tableOf([first = '', , ...rest]: readonly string[]): Table {
  const header = cellsOf(first);
  return {
    isQuoted: quote.test(first),
    header,
    rows: rest.map((line) => {
      const cells = cellsOf(line);
      return header.map((_, index) => cells[index] ?? '');
    }),
  };
}

function cellsOf(line: string): string[] {
  const row = line
    .replace(quote, '')
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return row.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
}
