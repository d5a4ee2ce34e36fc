import { type Directed, inReadingOrder, isRightToLeft, plainLetters } from './pdf-direction.ts';

/** Letters that stand together on one line of a page, in points from its lower left corner. */
export interface PdfCell {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** Height above the foot of the page. */
  readonly y: number;
  /** Of the letters that make up most of it. */
  readonly size: number;
  /** Of the letters that make up most of it; all those of typewriters are `monospace`. */
  readonly font: string;
  readonly hasOneFont: boolean;
}

/** One printed line, and what wide gaps divide it into. */
export interface PdfLine extends PdfCell {
  readonly cells: readonly PdfCell[];
}

/** A run of letters as the library finds it; marked content has no text and is passed over. */
interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
  readonly hasEOL: boolean;
}

interface Run extends Directed {
  readonly y: number;
  readonly size: number;
  readonly font: string;
}

type Fonts = Readonly<Record<string, { readonly fontFamily: string }>>;

/** The lines of a page, in the order the page prints them. */
export function linesOf(items: readonly object[], fonts: Fonts): PdfLine[] {
  const lines: PdfLine[] = [];
  let runs: Run[] = [];
  const finish = () => {
    const line = lineOf(runs);
    if (line !== null) lines.push(line);
    runs = [];
  };
  for (const item of items.filter(isItem)) {
    const run = runOf(item, fonts);
    const [first] = runs;
    if (first !== undefined && item.str.trim() !== '' && Math.abs(run.y - first.y) > first.size * 0.6) finish();
    if (item.str !== '') runs.push(run);
    if (item.hasEOL) finish();
  }
  finish();
  return lines;
}

/** What stands for the dots that lead to a page number or a price. */
export const leader = ' … ';

/** One line out of cells or lines that stand beside one another. */
export function lineFrom(cells: readonly PdfCell[]): PdfLine {
  const [longest] = cells.toSorted((one, other) => other.text.length - one.text.length);
  if (longest === undefined) throw new Error('a line has letters');
  return {
    ...longest,
    cells,
    hasOneFont: cells.every(({ font, hasOneFont }) => hasOneFont && font === longest.font),
    text: withLeader(cells.map(({ text }) => text).join(' ')),
    x: cells.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY),
    right: cells.reduce((most, { right }) => Math.max(most, right), 0),
  };
}

function lineOf(runs: readonly Run[]): PdfLine | null {
  const pieces = isRightToLeft(runs.map(({ text }) => text).join('')) ? [inReadingOrder(runs)] : apart(runs);
  const cells = pieces.flatMap((piece) => cellOf(piece) ?? []);
  return cells.length === 0 ? null : lineFrom(cells);
}

/** Runs between gaps wider than a letter is high. */
function apart(runs: readonly Run[]): Run[][] {
  const pieces: Run[][] = [];
  let last: Run | null = null;
  for (const run of runs) {
    const isGap = run.text.trim() !== '' && last !== null && run.x - last.right > last.size;
    if (isGap || pieces.length === 0) pieces.push([run]);
    else pieces.at(-1)?.push(run);
    if (run.text.trim() !== '') last = run;
  }
  return pieces;
}

function cellOf(runs: readonly Run[]): PdfCell | null {
  const printed = runs.filter(({ text }) => text.trim() !== '');
  const [longest] = printed.toSorted((one, other) => other.text.trim().length - one.text.trim().length);
  if (longest === undefined) return null;
  const text = plainLetters(runs.map((run) => run.text).join(''));
  return {
    text: withLeader(text).replace(/\s+/g, ' ').trim(),
    x: printed.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY),
    right: printed.reduce((most, { right }) => Math.max(most, right), 0),
    y: longest.y,
    size: Math.round(longest.size * 2) / 2,
    font: longest.font,
    hasOneFont: printed.every(({ font }) => font === longest.font),
  };
}

function withLeader(text: string): string {
  return text.replace(/(?:\s?\.){4,}\s?/g, leader);
}

function runOf(item: Item, fonts: Fonts): Run {
  const [, , skew = 0, height = 0, x = 0, y = 0] = item.transform;
  const font = fonts[item.fontName]?.fontFamily === 'monospace' ? 'monospace' : item.fontName;
  return { text: item.str, x, right: x + item.width, y, size: Math.hypot(skew, height), font };
}

function isItem(item: object): item is Item {
  return 'str' in item && 'transform' in item && 'hasEOL' in item;
}
