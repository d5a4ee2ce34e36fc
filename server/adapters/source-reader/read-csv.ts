import { parse } from 'csv-parse/sync';
import { delimiterOf } from './csv-shape.ts';
import { Refusal } from './refusal.ts';

/** A narrow table stays one, whose parts repeat its header; of a wide or wordy one every row becomes lines "column: value". */
export function readCsv(text: string): string {
  const [header = [], ...rows] = rowsOf(text);
  const columns = header.map((name, index) => flat(name) || `Column ${index + 1}`);
  if (rows.length === 0) return columns.join(', ');
  const cells = rows.map((row) => columns.map((_, index) => flat(row[index] ?? '')));
  const isNarrow = columns.length <= 8 && cells.every((row) => row.every((cell) => cell.length <= 80));
  return isNarrow ? markdownTable([columns, ...cells]) : cells.map((row) => labelled(columns, row)).join('\n\n');
}

/** Rows of cells, the first row being the header. */
export function markdownTable([header = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => flat(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), `|${' --- |'.repeat(header.length)}`, ...rows.map(line)].join('\n');
}

function rowsOf(text: string): string[][] {
  const delimiter = delimiterOf(text, true) ?? ',';
  try {
    return parse(text, {
      delimiter,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
      skipRecordsWithEmptyValues: true,
    });
  } catch {
    throw new Refusal('The CSV file is damaged: a quoted value never ends. Export it again and upload that.');
  }
}

function labelled(columns: readonly string[], row: readonly string[]): string {
  return columns.flatMap((column, index) => (row[index] ? [`${column}: ${row[index]}`] : [])).join('\n');
}

function flat(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim();
}
