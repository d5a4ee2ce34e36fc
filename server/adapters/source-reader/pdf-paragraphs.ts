import { isRightToLeft } from './pdf-direction.ts';
import type { PdfLine } from './pdf-lines.ts';

/** How a document is set: what its letters and lines measure most often. */
export interface PdfSetting {
  readonly bodySize: number;
  /** The font of most of its letters. */
  readonly bodyFont: string;
  /** From line to line within a paragraph, of letters of size 10. */
  readonly leading: number;
  /** Sizes of headings, largest first. */
  readonly headingSizes: readonly number[];
  /** Where much of its text begins, from the left: at the margin, and at those of columns. */
  readonly margins: readonly number[];
}

/** Lines that belong together; `depth` is that of an item of an indented list whose marks are no letters, else null. */
export interface PdfParagraph {
  readonly lines: readonly PdfLine[];
  readonly depth: number | null;
}

/** The lines of a page by paragraph: those that follow closely, until one ends before it is full. */
export function paragraphsOf(lines: readonly PdfLine[], setting: PdfSetting): PdfParagraph[] {
  const runs = closeLines(lines, setting);
  if (lines.length > linesAtMost) return runs.map((run) => ({ lines: run, depth: null }));
  return runs.flatMap((run) => listed(splitWhereShort(run, fullAtBeside(run, lines)), setting));
}

/** A page of more is no page that anyone reads; its lines are not compared. */
const linesAtMost = 1000;

export const bullet = /^[•‣◦▪●○■–·]\s*(\S.*)$/;

function closeLines(lines: readonly PdfLine[], setting: PdfSetting): PdfLine[][] {
  const runs: PdfLine[][] = [];
  for (const line of lines) {
    const before = runs.at(-1)?.at(-1);
    if (before !== undefined && follows(before, line, setting)) runs.at(-1)?.push(line);
    else runs.push([line]);
  }
  return runs;
}

function follows(before: PdfLine, line: PdfLine, { leading }: PdfSetting): boolean {
  const looksAlike = before.size === line.size && (before.font === line.font || !before.hasOneFont || !line.hasOneFont);
  if (!looksAlike || bullet.test(line.text) || /^\d{1,3}[.)]\s/.test(line.text)) return false;
  const gap = before.y - line.y;
  return gap > 0 ? gap <= leading * (line.size / 10) * 1.3 : !/[.!?:]["')\]”’]?$/.test(before.text);
}

/** Paragraphs that follow one another closely and are all indented are items of a list. */
function listed(paragraphs: readonly PdfLine[][], { margins }: PdfSetting): PdfParagraph[] {
  const starts = paragraphs.map(([first]) => first ?? { x: 0, size: 0, text: '', font: '' });
  const isItem = ({ x, size, text, font }: (typeof starts)[number]) =>
    margins.every((margin) => Math.abs(x - margin) > size) && font !== 'monospace' && !isRightToLeft(text);
  const isList = paragraphs.length > 1 && starts.every(isItem);
  const places = [...new Set(starts.map(({ x }) => Math.round(x)))].toSorted((one, other) => one - other);
  return paragraphs.map((lines, index) => {
    const depth = places.indexOf(Math.round(starts[index]?.x ?? 0));
    return { lines, depth: isList ? depth : null };
  });
}

/**
 * A line has an end of its own where the first word of the next would still have fitted. How far lines go is known from
 * the page; in lines that are all narrower, as beside a picture, from themselves, unless most of them end on their own.
 */
function splitWhereShort(run: readonly PdfLine[], fullAt: number): PdfLine[][] {
  const narrowAt = Math.max(...run.map(({ right }) => right));
  const own = endsBefore(run, narrowAt);
  const areLines = own.length * 2 > run.length - 1 || run.length <= 3;
  const ends = new Set(areLines ? endsBefore(run, fullAt) : own);
  const paragraphs: PdfLine[][] = [];
  run.forEach((line, index) => {
    if (index === 0 || ends.has(index - 1)) paragraphs.push([line]);
    else paragraphs.at(-1)?.push(line);
  });
  return paragraphs;
}

/** How far lines go where these stand: as far as any on the page, or in their column. */
function fullAtBeside(run: readonly PdfLine[], lines: readonly PdfLine[]): number {
  const right = Math.max(...run.map((line) => line.right));
  const [{ y: top, size }, { y: foot }] = [run[0] ?? noLine, run.at(-1) ?? noLine];
  const beside = lines.filter(({ x, y }) => x > right && y < top + size * 3 && y > foot - size * 3);
  const columnEnds = Math.min(...beside.map(({ x }) => x));
  return Math.max(right, ...lines.filter((line) => line.right < columnEnds).map((line) => line.right));
}

const noLine = { y: 0, size: 0 };

/** Which lines end on their own, where lines go as far as this. */
function endsBefore(run: readonly PdfLine[], fullAt: number): number[] {
  return run.flatMap((line, index) => {
    const next = run[index + 1];
    return next !== undefined && endsOnItsOwn(line, next, fullAt) ? [index] : [];
  });
}

function endsOnItsOwn(line: PdfLine, next: PdfLine, fullAt: number): boolean {
  if (isRightToLeft(line.text) || /\p{L}[-\u00ad\u2010]$/u.test(line.text)) return false;
  const [word = ''] = next.text.split(' ', 1);
  const letterWidth = (next.right - next.x) / next.text.length;
  const isShort = line.right + (word.length + 1.5) * letterWidth < fullAt;
  const isIndented = Math.abs(next.x - line.x) > line.size;
  const isHalf = line.right - line.x < (fullAt - line.x) * 0.6;
  return isShort && (isIndented || isHalf || !/^\p{Ll}/u.test(next.text));
}
