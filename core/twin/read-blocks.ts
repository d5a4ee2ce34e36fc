import { withoutComments } from './without-comments.ts';

export type BlockKind = 'paragraph' | 'subheading' | 'list' | 'table' | 'code';

/** A paragraph, list, table, code block or a heading below level 3, as written. */
export interface Block {
  readonly kind: BlockKind;
  readonly lines: readonly string[];
  readonly page: number | null;
}

/** What stands between two headings of level 1 to 3. */
export interface Section {
  readonly headings: readonly string[];
  readonly blocks: readonly Block[];
}

/** A line marked as a heading that is longer than this is prose by mistake. */
const headingLengthAtMost = 200;

/** Markdown as sections of blocks. Front matter, comments, page markers and thematic breaks are left out. One pass over the lines. */
export function readBlocks(markdown: string): Section[] {
  const lines = linesShown(markdown);
  const sections: { headings: string[]; blocks: Block[] }[] = [{ headings: [], blocks: [] }];
  const open: { level: number; text: string }[] = [];
  let page: number | null = null;
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const marked = pageMarked(line);
    const heading = headingAt(lines, at);
    if (marked !== null) page = marked;
    if (marked !== null || line.trim() === '' || (heading === null && isThematicBreak(line))) {
      at += 1;
    } else if (heading !== null && heading.level <= 3) {
      while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
      open.push(heading);
      sections.push({ headings: open.map(({ text }) => text).filter((text) => text !== ''), blocks: [] });
      at += heading.lines;
    } else {
      const kind = heading === null ? kindAt(lines, at) : 'subheading';
      const end = endOf[kind](lines, at);
      sections.at(-1)?.blocks.push({ kind, lines: lines.slice(at, end), page });
      at = end;
    }
  }
  return sections;
}

type EndOfBlock = (lines: readonly string[], start: number) => number;

/** The line after a block that begins at `start`. */
const endOf: Readonly<Record<BlockKind, EndOfBlock>> = {
  subheading: (_, start) => start + 1,
  table: (lines, start) =>
    firstFrom(lines, start + 2, (line) => !line.includes('|') || line.trim() === '' || pageMarked(line) !== null),
  code: (lines, start) => {
    const fence = fenceOf(lines[start] ?? '') ?? '';
    const end = firstFrom(lines, start + 1, (line) => closesFence(line, fence) || pageMarked(line) !== null);
    return closesFence(lines[end] ?? '', fence) ? end + 1 : end;
  },
  list: (lines, start) => {
    let at = start + 1;
    while (at < lines.length && continuesList(lines, at))
      at = fenceOf(lines[at] ?? '') === null ? at + 1 : endOf.code(lines, at);
    return at;
  },
  paragraph: (lines, start) =>
    firstFrom(lines, start + 1, (line, at) => line.trim() === '' || startsAnother(lines, at) || isThematicBreak(line)),
};

function kindAt(lines: readonly string[], at: number): BlockKind {
  const line = lines[at] ?? '';
  if (fenceOf(line) !== null) return 'code';
  if (line.includes('|') && isTableRule(lines[at + 1] ?? '')) return 'table';
  return isListItem(line) ? 'list' : 'paragraph';
}

/** Whether something begins at this line that ends a paragraph above it without an empty line. */
function startsAnother(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  return pageMarked(line) !== null || headingAt(lines, at) !== null || kindAt(lines, at) !== 'paragraph';
}

function continuesList(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (line.trim() !== '') {
    const isInside = /^(?: {2}|\t)/.test(line) || isListItem(line);
    return pageMarked(line) === null && (isInside || !(startsAnother(lines, at) || isThematicBreak(line)));
  }
  const next = lines[at + 1] ?? '';
  return /^(?: {2}|\t)\s*\S/.test(next) || isListItem(next);
}

function headingAt(lines: readonly string[], at: number): { level: number; text: string; lines: number } | null {
  const line = lines[at] ?? '';
  if (line.length > headingLengthAtMost) return null;
  const [, marks, text] = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(line) ?? [];
  if (marks !== undefined) return { level: marks.length, text: plainHeading(text ?? ''), lines: 1 };
  return underlinedHeading(lines, at);
}

/** A line of its own with `===` or `---` below it. */
function underlinedHeading(lines: readonly string[], at: number) {
  const line = lines[at] ?? '';
  const [, mark] = /^(=|-)\1{2,}\s*$/.exec((lines[at + 1] ?? '').slice(0, headingLengthAtMost)) ?? [];
  const stands =
    (at === 0 || lines[at - 1]?.trim() === '' || pageMarked(lines[at - 1] ?? '') !== null) && line.trim() !== '';
  if (mark === undefined || !stands || isListItem(line) || isThematicBreak(line) || pageMarked(line) !== null)
    return null;
  if (/^\s*[>|]/.test(line) || fenceOf(line) !== null) return null;
  return { level: mark === '=' ? 1 : 2, text: plainHeading(line), lines: 2 };
}

function plainHeading(text: string): string {
  return text
    .replace(/(?:^|\s+)#+\s*$/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|__|`/g, '')
    .trim();
}

function pageMarked(line: string): number | null {
  const [, number] = /^\s{0,3}<!-- page (\d{1,6}) -->\s{0,3}$/.exec(line) ?? [];
  return number === undefined ? null : Number(number);
}

function fenceOf(line: string): string | null {
  const [, fence, mark, rest] = /^\s{0,8}((`|~)\2{2,})(.*)$/.exec(line) ?? [];
  return fence === undefined || (mark === '`' && rest?.includes('`')) ? null : fence;
}

function closesFence(line: string, fence: string): boolean {
  const trimmed = line.trim();
  return trimmed.length >= fence.length && fence !== '' && trimmed === (fence[0] ?? '').repeat(trimmed.length);
}

function isTableRule(line: string): boolean {
  return line.includes('-') && line.includes('|') && /^[\s|:-]+$/.test(line);
}

function isListItem(line: string): boolean {
  return /^\s{0,8}(?:[-*+]|\d{1,9}[.)])\s+\S/.test(line) && !isThematicBreak(line);
}

function isThematicBreak(line: string): boolean {
  if (!/^\s*[-*_]/.test(line)) return false;
  const marks = line.replace(/\s+/g, '');
  return marks.length >= 3 && marks === (marks[0] ?? '').repeat(marks.length);
}

function firstFrom(lines: readonly string[], start: number, ends: (line: string, at: number) => boolean): number {
  let at = start;
  while (at < lines.length && !ends(lines[at] ?? '', at)) at += 1;
  return at;
}

/** YAML between `---` lines at the very top says something about the text, not in it. */
function withoutFrontMatter(lines: string[]): string[] {
  if (lines[0]?.trimEnd() !== '---' || !/^[\w"'-]+\s?:/.test(lines[1] ?? '')) return lines;
  const end = firstFrom(lines, 2, (line) => /^(?:---|\.\.\.)\s*$/.test(line));
  return end < lines.length ? lines.slice(end + 1) : lines;
}

function linesShown(markdown: string): string[] {
  let fence: string | null = null;
  return withoutComments(withoutFrontMatter(markdown.split(/\r\n?|\n/)), (line) => {
    const isCode = fence !== null;
    if (fence === null) fence = fenceOf(line);
    else if (closesFence(line, fence) || pageMarked(line) !== null) fence = null;
    return isCode || pageMarked(line) !== null;
  });
}
