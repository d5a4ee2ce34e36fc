import { escapeLine } from './escape-markdown.ts';
import { joined } from './joined.ts';
import { leader, type PdfLine } from './pdf-lines.ts';
import { bullet, type PdfParagraph, type PdfSetting, paragraphsOf } from './pdf-paragraphs.ts';
import { type PdfTable, withTables } from './pdf-tables.ts';
import { markdownTable } from './read-csv.ts';

interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'table';
  text: string;
  /** Of a heading, 1 the highest. */
  readonly level: number;
}

/**
 * Printed pages as Markdown: lines become paragraphs, hyphenated words whole, what is large or set in a font of its own
 * headings, cells beside one another tables; running heads go.
 */
export function pdfMarkdown(pages: readonly (readonly PdfLine[])[]): string {
  const body = withoutRunningLines(pages);
  const setting = settingOf(body);
  const blocks = body.map((lines) => blocksOf(withTables(lines), setting));
  blocks.forEach((page, index) => {
    const last = blocks[index - 1]?.at(-1);
    const [first] = page;
    if (last === undefined || first === undefined || !isCutOff(last, first)) return;
    last.text = joined([last.text, first.text]);
    page.shift();
  });
  return blocks.flatMap((page, index) => [`<!-- page ${index + 1} -->`, ...writtenBlocks(page)]).join('\n\n');
}

function blocksOf(pieces: readonly (PdfLine | PdfTable)[], setting: PdfSetting): Block[] {
  const blocks: Block[] = [];
  let lines: PdfLine[] = [];
  const finish = (headsTable = false) => {
    const paragraphs = paragraphsOf(lines, setting);
    blocks.push(
      ...paragraphs.map((own, index) => {
        const next = paragraphs[index + 1]?.lines[0];
        return blockOf(own, next === undefined ? headsTable : isBody(next, setting), setting);
      }),
    );
    lines = [];
  };
  for (const piece of pieces) {
    if ('rows' in piece) {
      finish(true);
      blocks.push({ kind: 'table', text: markdownTable(piece.rows), level: 0 });
    } else lines.push(piece);
  }
  finish();
  return blocks;
}

function blockOf({ lines, depth }: PdfParagraph, headsText: boolean, setting: PdfSetting): Block {
  const text = joined(lines.map((line) => line.text));
  const level = headingLevel(lines, headsText, setting);
  if (level > 0) return { kind: 'heading', text, level };
  const [, item] = bullet.exec(text) ?? [];
  if (item !== undefined) return { kind: 'item', text: `- ${item}`, level };
  if (/^\d{1,3}[.)]\s/.test(text)) return { kind: 'item', text, level };
  return depth === null
    ? { kind: 'paragraph', text, level }
    : { kind: 'item', text: `${'  '.repeat(Math.min(depth, 4))}- ${text}`, level };
}

/** Of headings the place of their size among the larger ones; 0 is none. */
function headingLevel(lines: readonly PdfLine[], headsText: boolean, setting: PdfSetting): number {
  const [line] = lines;
  const { headingSizes } = setting;
  if (line === undefined || !lines.every(isTitle)) return 0;
  if (headingSizes.includes(line.size)) return Math.min(3, headingSizes.indexOf(line.size) + 1);
  const isHeading = lines.length === 1 && headsText && isSetApart(line, setting);
  return isHeading ? Math.min(3, headingSizes.length + 1) : 0;
}

function isSetApart({ text, size, font, hasOneFont }: PdfLine, { bodySize, bodyFont }: PdfSetting): boolean {
  const isOwnFont = size === bodySize && hasOneFont && font !== bodyFont && font !== 'monospace';
  return isOwnFont && text.length <= 80 && !/[.,;:!]$/.test(text) && !bullet.test(text);
}

function isBody({ size, font }: PdfLine, { bodySize, bodyFont }: PdfSetting): boolean {
  return size === bodySize && font === bodyFont;
}

function isTitle({ text }: PdfLine): boolean {
  return text.length <= 150 && /\p{L}/u.test(text) && !text.includes(leader);
}

/** Whether a paragraph goes on at the top of the next page. */
function isCutOff(last: Block, first: Block): boolean {
  return (
    last.kind !== 'heading' &&
    last.kind !== 'table' &&
    first.kind === 'paragraph' &&
    !/[.!?:;…]["')\]”’]?$/.test(last.text) &&
    /^\p{Ll}/u.test(first.text)
  );
}

/** Blocks as Markdown, the items of a list together. */
function writtenBlocks(blocks: readonly Block[]): string[] {
  const texts: string[] = [];
  blocks.forEach((block, index) => {
    const isNextItem = block.kind === 'item' && blocks[index - 1]?.kind === 'item';
    if (isNextItem) texts.push(`${texts.pop() ?? ''}\n${written(block)}`);
    else texts.push(written(block));
  });
  return texts;
}

function written({ kind, text: whole, level }: Block): string {
  const text = whole.replaceAll('\u00ad', '');
  if (kind === 'table' || kind === 'item') return text;
  if (kind === 'paragraph' || text.length > 190) return escapeLine(text);
  return `${'#'.repeat(level)} ${text}`;
}

function settingOf(pages: readonly (readonly PdfLine[])[]): PdfSetting {
  const letters = lettersBy(pages.flat(), ({ size }) => size);
  const bodySize = mostOf(letters) ?? 0;
  const bodyFont = mostOf(lettersBy(pages.flat(), ({ font }) => font)) ?? '';
  const gaps = pages.flatMap((lines) =>
    lines.flatMap((line, index) => {
      const before = lines[index - 1];
      const gap = (before?.y ?? 0) - line.y;
      return before?.size === bodySize && line.size === bodySize && gap > 0 && gap <= 2.2 * bodySize
        ? [gap / (bodySize / 10)]
        : [];
    }),
  );
  // The smaller gaps are those within paragraphs.
  const leading = gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length / 3)] ?? 14;
  const margins = [...lettersBy(pages.flat(), ({ x }) => Math.round(x))];
  const all = margins.reduce((sum, [, count]) => sum + count, 0);
  const headingSizes = [...letters.keys()]
    .filter((size) => size >= bodySize * 1.15)
    .toSorted((one, other) => other - one);
  return {
    bodySize,
    bodyFont,
    leading,
    headingSizes,
    margins: margins.filter(([, count]) => count * 6 >= all).map(([x]) => x),
  };
}

/** How many letters are set in each. */
function lettersBy<Key>(lines: readonly PdfLine[], keyOf: (line: PdfLine) => Key): Map<Key, number> {
  const letters = new Map<Key, number>();
  for (const line of lines) letters.set(keyOf(line), (letters.get(keyOf(line)) ?? 0) + line.text.length);
  return letters;
}

function mostOf<Key>(letters: ReadonlyMap<Key, number>): Key | undefined {
  return [...letters].toSorted((one, other) => other[1] - one[1])[0]?.[0];
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
