import { escapeLine } from './escape-markdown.ts';
import { leader, type PdfLine } from './pdf-lines.ts';

interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item';
  text: string;
}

/** How a document is set: what its letters and lines measure most often. */
interface Setting {
  readonly bodySize: number;
  /** From line to line within a paragraph. */
  readonly leading: number;
  /** Sizes of headings, largest first. */
  readonly headingSizes: readonly number[];
}

/** Printed pages as Markdown: lines become paragraphs, hyphenated words whole, large print headings; running heads go. */
export function pdfMarkdown(pages: readonly (readonly PdfLine[])[]): string {
  const body = withoutRunningLines(pages);
  const setting = settingOf(body);
  const blocks = body.map((lines) => blocksOf(lines, setting));
  blocks.forEach((page, index) => {
    const last = blocks[index - 1]?.at(-1);
    const [first] = page;
    if (last === undefined || first === undefined || !isCutOff(last, first)) return;
    last.text = joined(last.text, first.text);
    page.shift();
  });
  return blocks
    .flatMap((page, index) => [`<!-- page ${index + 1} -->`, ...page.map((block) => written(block, setting))])
    .join('\n\n');
}

function blocksOf(lines: readonly PdfLine[], setting: Setting): (Block & { size: number })[] {
  const blocks: (Block & { size: number })[] = [];
  lines.forEach((line, index) => {
    const block = blocks.at(-1);
    const before = lines[index - 1];
    if (block !== undefined && before !== undefined && continues(before, line, setting)) {
      block.text = joined(block.text, line.text);
      return;
    }
    const [, item] = bullet.exec(line.text) ?? [];
    const kind = isHeading(line, setting) ? 'heading' : 'paragraph';
    blocks.push({ kind: item === undefined ? kind : 'item', text: item ?? line.text, size: line.size });
  });
  return blocks;
}

const bullet = /^[•‣◦▪●○■–]\s*(\S.*)$/;

function continues(before: PdfLine, line: PdfLine, { leading }: Setting): boolean {
  if (before.size !== line.size || bullet.test(line.text) || /^\d{1,3}[.)]\s/.test(line.text)) return false;
  const gap = before.y - line.y;
  return gap > 0 ? gap <= leading * (line.size / 10) * 1.3 : !/[.!?:]["')\]”’]?$/.test(before.text);
}

function isHeading({ text, size }: PdfLine, { headingSizes }: Setting): boolean {
  return headingSizes.includes(size) && text.length <= 150 && /\p{L}/u.test(text) && !text.includes(leader);
}

/** Whether a paragraph goes on at the top of the next page. */
function isCutOff(last: Block, first: Block): boolean {
  return (
    last.kind !== 'heading' &&
    first.kind === 'paragraph' &&
    !/[.!?:;…]["')\]”’]?$/.test(last.text) &&
    /^\p{Ll}/u.test(first.text)
  );
}

function joined(before: string, after: string): string {
  const isHyphenated = /\p{L}[-\u00ad\u2010]$/u.test(before) && /^\p{Ll}/u.test(after);
  return isHyphenated ? before.slice(0, -1) + after : `${before} ${after}`;
}

function written(block: Block & { size: number }, { headingSizes }: Setting): string {
  const text = block.text.replaceAll('\u00ad', '');
  if (block.kind === 'item') return `- ${text}`;
  if (block.kind === 'paragraph' || text.length > 190) return escapeLine(text);
  return `${'#'.repeat(Math.min(3, headingSizes.indexOf(block.size) + 1))} ${text}`;
}

function settingOf(pages: readonly (readonly PdfLine[])[]): Setting {
  const letters = new Map<number, number>();
  for (const { size, text } of pages.flat()) letters.set(size, (letters.get(size) ?? 0) + text.length);
  const bodySize = [...letters].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
  const gaps = pages.flatMap((lines) =>
    lines.flatMap((line, index) => {
      const before = lines[index - 1];
      const gap = (before?.y ?? 0) - line.y;
      return before?.size === bodySize && line.size === bodySize && gap > 0 && gap <= 2.2 * bodySize
        ? [gap / (bodySize / 10)]
        : [];
    }),
  );
  // Leading is kept for letters of size 10. The smaller gaps are those within paragraphs.
  const leading = gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length / 3)] ?? 14;
  const headingSizes = [...letters.keys()]
    .filter((size) => size >= bodySize * 1.15)
    .toSorted((one, other) => other - one);
  return { bodySize, leading, headingSizes };
}

/** Without what stands at the head or foot of many pages: page numbers, titles of chapters, copyright lines. */
function withoutRunningLines(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const seen = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(edges(page).map(runningKey))) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const often = Math.max(3, pages.length * 0.15);
  const isRunning = (line: PdfLine) => isPageNumber(line) || (seen.get(runningKey(line)) ?? 0) >= often;
  return pages.map((page) => {
    const edge = new Set(edges(page));
    return page.filter((line) => !(edge.has(line) && isRunning(line)));
  });
}

/** Where running lines stand. A page of one or two lines has nothing between its edges, and keeps them. */
function edges(page: readonly PdfLine[]): PdfLine[] {
  const atEdge = page.length < 3 ? [] : [...page.slice(0, 2), ...page.slice(2).slice(-2)];
  return atEdge.filter((line) => line.text.length <= 120 && (isPageNumber(line) || /\p{L}{2}/u.test(line.text)));
}

function isPageNumber({ text }: PdfLine): boolean {
  return /^[-–—\s]*(?:\d{1,5}|[ivxlc]{1,7})[-–—\s]*$/i.test(text);
}

function runningKey({ text }: PdfLine): string {
  return text.replace(/\d+|\b[ivxlc]{1,7}$/g, '#');
}
