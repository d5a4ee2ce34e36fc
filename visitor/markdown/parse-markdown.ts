import { type Inline, parseInline } from './parse-inline.ts';

/** A block of a message. */
export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly content: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'rule' };

const deepest = 6;
const fence = /^ {0,3}(`{3,}|~{3,})[\w+#.-]*\s*$/;
const heading = /^ {0,3}#{1,6}\s+(.+?)\s*#*$/;
const quote = /^ {0,3}> ?/;
const rule = /^ {0,3}([-*_])( *\1){2,}\s*$/;
const item = /^( {0,3})([-*+]|(\d{1,9})[.)])( +|$)/;
const blank = /^\s*$/;

/**
 * Reads the Markdown that people and models write in chats: paragraphs, headings, lists, quotes, code, rules.
 * There is no HTML, so nothing a message holds can become markup of its own.
 */
export function parseMarkdown(source: string): readonly Block[] {
  return parseBlocks(source.replace(/\r\n?/g, '\n').replace(/\t/g, '    ').split('\n'), 0);
}

function parseBlocks(lines: readonly string[], depth: number): readonly Block[] {
  if (depth > deepest) return [{ kind: 'paragraph', content: parseInline(lines.join('\n').trim()) }];
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (blank.test(line)) at += 1;
    else {
      const [block, next] = readBlock(lines, at, line, depth);
      blocks.push(block);
      at = next;
    }
  }
  return blocks;
}

function readBlock(lines: readonly string[], at: number, line: string, depth: number): [Block, number] {
  if (fence.test(line)) return readCode(lines, at);
  if (rule.test(line)) return [{ kind: 'rule' }, at + 1];
  const title = heading.exec(line)?.[1];
  if (title) return [{ kind: 'heading', content: parseInline(title) }, at + 1];
  if (quote.test(line)) return readQuote(lines, at, depth);
  if (item.test(line)) return readList(lines, at, depth);
  return readParagraph(lines, at);
}

function readCode(lines: readonly string[], at: number): [Block, number] {
  const mark = fence.exec(lines[at] ?? '')?.[1] ?? '```';
  const end = lines.findIndex((line, index) => index > at && line.trim() === mark);
  const last = end < 0 ? lines.length : end;
  return [{ kind: 'code', text: lines.slice(at + 1, last).join('\n') }, last + 1];
}

function readQuote(lines: readonly string[], at: number, depth: number): [Block, number] {
  let end = at;
  while (end < lines.length && quote.test(lines[end] ?? '')) end += 1;
  const inner = lines.slice(at, end).map((line) => line.replace(quote, ''));
  return [{ kind: 'quote', blocks: parseBlocks(inner, depth + 1) }, end];
}

function readList(lines: readonly string[], at: number, depth: number): [Block, number] {
  const first = item.exec(lines[at] ?? '');
  const isOrdered = first?.[3] !== undefined;
  const inside = (first?.[1]?.length ?? 0) + 2;
  const items: string[][] = [];
  let end = at;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    const current = items.at(-1);
    const opening = rule.test(line) ? null : item.exec(line);
    const isInner = current !== undefined && indentOf(line) >= inside;
    if (isInner || (current && blank.test(line) && continuesAfterBlank(lines, end, isOrdered))) {
      current.push(line.slice(Math.min(indentOf(line), inside + (isOrdered ? 1 : 0))));
    } else if (opening && (opening[3] !== undefined) === isOrdered) items.push([line.slice(opening[0].length)]);
    else break;
  }
  const blocks = items.map((inner) => parseBlocks(inner, depth + 1));
  return [{ kind: 'list', start: isOrdered ? Number(first?.[3]) : null, items: blocks }, end];
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** After a blank line a list goes on with an indented line or another item of its kind. */
function continuesAfterBlank(lines: readonly string[], at: number, isOrdered: boolean): boolean {
  const next = lines[at + 1] ?? '';
  const opening = item.exec(next);
  return opening ? (opening[3] !== undefined) === isOrdered : /^ {2,}\S/.test(next);
}

function readParagraph(lines: readonly string[], at: number): [Block, number] {
  let end = at + 1;
  while (end < lines.length && !startsBlock(lines[end] ?? '')) end += 1;
  return [{ kind: 'paragraph', content: parseInline(lines.slice(at, end).join('\n').trim()) }, end];
}

function startsBlock(line: string): boolean {
  return (
    [blank, fence, rule, heading, quote].some((pattern) => pattern.test(line)) || /^ {0,3}([-*+]|1[.)]) +\S/.test(line)
  );
}
