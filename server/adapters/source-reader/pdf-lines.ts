/** One printed line. */
export interface PdfLine {
  readonly text: string;
  /** Height above the foot of the page. */
  readonly y: number;
  /** Of the letters that make up most of it. */
  readonly size: number;
}

/** A run of letters as the library finds it; marked content has no text and is passed over. */
interface Item {
  readonly str: string;
  readonly transform: readonly number[];
  readonly hasEOL: boolean;
}

/** The lines of a page, in the order the page prints them. */
export function linesOf(items: readonly object[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let runs: Item[] = [];
  const finish = () => {
    const line = lineOf(runs);
    if (line !== null) lines.push(line);
    runs = [];
  };
  for (const item of items.filter(isItem)) {
    const [first] = runs;
    if (first !== undefined && item.str.trim() !== '' && Math.abs(yOf(item) - yOf(first)) > sizeOf(first) * 0.6)
      finish();
    if (item.str !== '') runs.push(item);
    if (item.hasEOL) finish();
  }
  finish();
  return lines;
}

/** What stands for the dots that lead to a page number or a price. */
export const leader = ' … ';

function lineOf(runs: readonly Item[]): PdfLine | null {
  const text = runs
    .map(({ str }) => str)
    .join('')
    .replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/(?:\s?\.){4,}/g, leader)
    .replace(/\s+/g, ' ')
    .trim();
  const [longest] = runs.toSorted((one, other) => other.str.trim().length - one.str.trim().length);
  return longest === undefined || text === ''
    ? null
    : { text, y: yOf(longest), size: Math.round(sizeOf(longest) * 2) / 2 };
}

function yOf({ transform }: Item): number {
  return transform[5] ?? 0;
}

function sizeOf({ transform: [, , skew = 0, height = 0] }: Item): number {
  return Math.hypot(skew, height);
}

function isItem(item: object): item is Item {
  return 'str' in item && 'transform' in item && 'hasEOL' in item;
}
