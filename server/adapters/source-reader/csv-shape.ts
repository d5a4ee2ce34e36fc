import { parse } from 'csv-parse/sync';

const delimiters = [',', ';', '\t'];

/** The delimiter under which a text is a table with a header; null when it is prose. A name ending in .csv is taken at its word sooner. */
export function delimiterOf(text: string, isNamedSo: boolean): string | null {
  const sample = text.slice(0, 50_000);
  const lines = sample.split(/\r\n?|\n/, 200).join('\n');
  const found = delimiters
    .map((delimiter) => ({ delimiter, rows: rowsOf(lines, delimiter) }))
    .filter(({ rows }) => isTable(rows, isNamedSo))
    .sort((one, other) => (other.rows[0]?.length ?? 0) - (one.rows[0]?.length ?? 0))[0];
  return found?.delimiter ?? (isNamedSo && sample.trim() !== '' ? ',' : null);
}

function rowsOf(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, relaxColumnCount: true, skipEmptyLines: true, to: 50 });
  } catch {
    return [];
  }
}

function isTable(rows: readonly string[][], isNamedSo: boolean): boolean {
  const [header, ...rest] = rows;
  if (header === undefined || rest.length < (isNamedSo ? 1 : 2) || header.length < (isNamedSo ? 2 : 3)) return false;
  const names = header.map((name) => name.trim());
  const areNames = names.every((name) => name !== '' && name.length <= 60 && !/[.!?:]$/.test(name));
  const isRegular = rest.every((row) => row.length === header.length);
  return isNamedSo
    ? rest.some((row) => row.length === header.length)
    : areNames && isRegular && new Set(names).size === names.length;
}
