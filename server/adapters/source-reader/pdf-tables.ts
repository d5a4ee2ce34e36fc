import { joined } from './joined.ts';
import { lineFrom, type PdfCell, type PdfLine } from './pdf-lines.ts';

/** Cells of a page that stand below and beside one another, row by row; a cell nothing stands in is empty. */
export interface PdfTable {
  readonly rows: readonly (readonly string[])[];
}

/** The lines of a page with what is set as a table taken together, and columns of prose one after the other. */
export function withTables(lines: readonly PdfLine[]): (PdfLine | PdfTable)[] {
  const cells = lines.flatMap((line) => line.cells.map((cell) => ({ ...cell, line })));
  if (cells.length > cellsAtMost) return [...lines];
  const pieces: (PdfLine | PdfTable)[] = [];
  let at = 0;
  while (at < cells.length) {
    const { rows, end } = rowsFrom(cells, at);
    const columns = columnsOf(rows);
    if (isTable(rows, columns)) {
      pieces.push(...(isProse(rows) ? inColumns(rows, columns) : [tableOf(rows, columns)]));
      at = end;
    } else {
      const passed = Math.max(end, endOfLine(cells, at));
      pieces.push(...linesAgain(cells.slice(at, passed)));
      at = passed;
    }
  }
  return pieces;
}

/** A page of more is no page that anyone reads; it is not looked through for tables. */
const cellsAtMost = 1500;

function endOfLine(cells: readonly { readonly line: PdfLine }[], at: number): number {
  let end = at + 1;
  while (cells[end] !== undefined && cells[end]?.line === cells[at]?.line) end += 1;
  return end;
}

function linesAgain(cells: readonly (PdfCell & { readonly line: PdfLine })[]): PdfLine[] {
  const lines = new Map<PdfLine, PdfCell[]>();
  for (const cell of cells) lines.set(cell.line, [...(lines.get(cell.line) ?? []), cell]);
  return [...lines].map(([line, own]) => (own.length === line.cells.length ? line : lineFrom(own)));
}

type Cell = readonly PdfCell[];
type Row = readonly Cell[];
interface Column {
  readonly x: number;
  readonly right: number;
}

/** A cell rises or falls by at most this many letters' height against its neighbour, as where it is centred beside three lines. */
const shiftAtMost = 1.7;

function rowsFrom(cells: readonly PdfCell[], start: number): { rows: Row[]; end: number } {
  const rows: Row[] = [];
  let end = start;
  while (end < cells.length) {
    const row = rowAt(cells, end) ?? labelAt(cells, end, rows);
    if (row === null || !isBelow(rows.at(-1), row) || columnsOf([...rows, row]) === null) break;
    rows.push(row);
    end += row.flat().length;
  }
  return { rows, end };
}

/** The row that begins with this cell, if another cell stands beside it. */
function rowAt(cells: readonly PdfCell[], start: number): Row | null {
  const row: PdfCell[][] = [];
  for (const cell of cells.slice(start, start + 60)) {
    const current = row.at(-1);
    if (current === undefined) row.push([cell]);
    else if (isBeside(row, current, cell)) row.push([cell]);
    else if (isUnder(row, current, cell)) current.push(cell);
    else break;
  }
  const [first, second] = row;
  if (first === undefined || second === undefined) return null;
  // A line of text right above is no part of the row: as many lines of a cell stand above its middle as below.
  const y = second[0]?.y ?? 0;
  const height = first[0]?.size ?? 0;
  return top(first) > Math.max(y, top(second)) + Math.max(0, y - foot(first)) + height / 2 ? null : row;
}

/** A row of which only the first cell is filled, in the middle of a table. */
function labelAt(cells: readonly PdfCell[], at: number, rows: readonly Row[]): Row | null {
  const [label] = cells.slice(at);
  const [first, second] = columnsOf(rows) ?? [];
  if (label === undefined || first === undefined || second === undefined) return null;
  const isLabel = Math.abs(label.x - first.x) <= 2 && label.right < second.x;
  return isLabel && rowAt(cells, at + 1) !== null ? [[label]] : null;
}

function isBeside(row: Row, current: Cell, cell: PdfCell): boolean {
  const heights = row.flat();
  return (
    cell.x > Math.max(...current.map(({ right }) => right)) &&
    heights.some(({ size }) => Math.abs(size - cell.size) <= 1.5) &&
    cell.y <= top(heights) + cell.size * shiftAtMost &&
    cell.y >= foot(heights) - cell.size * shiftAtMost
  );
}

function isUnder(row: Row, current: Cell, cell: PdfCell): boolean {
  const last = current.at(-1);
  const [neighbour] = row.slice(-2, -1);
  if (last === undefined || last.size !== cell.size) return false;
  if (neighbour !== undefined && cell.x <= extent(neighbour).right) return false;
  const gap = last.y - cell.y;
  return gap > 0 && gap <= cell.size * 1.5 && overlaps(last, cell);
}

function isBelow(before: Row | undefined, row: Row): boolean {
  if (before === undefined) return true;
  const gap = foot(before.flat()) - top(row.flat());
  return gap > 0 && gap <= (row[0]?.[0]?.size ?? 0) * 5;
}

/** Columns out of cells above one another; null where two cells of a row would share one. */
function columnsOf(rows: readonly Row[]): Column[] | null {
  const columns: Column[] = [];
  for (const next of rows.flatMap((row) => row.map(extent)).toSorted((one, other) => one.x - other.x)) {
    const last = columns.at(-1);
    if (last === undefined || !overlaps(last, next)) columns.push(next);
    else columns[columns.length - 1] = { x: last.x, right: Math.max(last.right, next.right) };
  }
  const isDistinct = (row: Row) => new Set(row.map((cell) => columnOf(cell, columns))).size === row.length;
  return rows.every(isDistinct) ? columns : null;
}

function isTable(rows: readonly Row[], columns: readonly Column[] | null): columns is readonly Column[] {
  if (columns === null || rows.length < 2) return false;
  if (
    rows.every((row) => row.length === 2 && /^(?:[•‣◦▪●○■–·-]|\d{1,3}[.)]?|\p{L}[.)])$/u.test(row[0]?.[0]?.text ?? ''))
  )
    return false;
  return (
    columns.filter((_, index) => rows.filter((row) => row.some((cell) => columnOf(cell, columns) === index)).length > 1)
      .length > 1
  );
}

/** Two columns of running text that the file goes through line by line, across. */
function isProse(rows: readonly Row[]): boolean {
  const lengths = rows
    .flat()
    .map((cell) => cell.reduce((sum, { text }) => sum + text.length, 0))
    .toSorted((a, b) => a - b);
  return (
    rows.length >= 4 &&
    rows.every((row) => row.length === 2 && row.every((cell) => cell.length === 1)) &&
    (lengths[Math.floor(lengths.length / 2)] ?? 0) >= 35
  );
}

function inColumns(rows: readonly Row[], columns: readonly Column[]): PdfLine[] {
  return columns.flatMap((_, index) =>
    rows.flatMap((row) => row.filter((cell) => columnOf(cell, columns) === index).map(lineFrom)),
  );
}

function tableOf(rows: readonly Row[], columns: readonly Column[]): PdfTable {
  const textOf = (cell: Cell = []) => joined(cell.map(({ text }) => text));
  return {
    rows: rows.map((row) => columns.map((_, index) => textOf(row.find((cell) => columnOf(cell, columns) === index)))),
  };
}

function columnOf(cell: Cell, columns: readonly Column[]): number {
  const { x } = extent(cell);
  return columns.findIndex((column) => x >= column.x && x <= column.right);
}

function extent(cell: Cell): Column {
  return { x: Math.min(...cell.map(({ x }) => x)), right: Math.max(...cell.map(({ right }) => right)) };
}

function overlaps(one: Column, other: Column): boolean {
  return one.x <= other.right && other.x <= one.right;
}

function top(cells: Cell): number {
  return Math.max(...cells.map(({ y }) => y));
}

function foot(cells: Cell): number {
  return Math.min(...cells.map(({ y }) => y));
}
