import type { Block } from './read-blocks.ts';
import { cutAtWords, packPieces, weighWords } from './weigh-words.ts';

/** A paragraph is cut above `most` words; a list, table or code block only above `wholeAtMost`. */
export interface Fit {
  readonly most: number;
  readonly wholeAtMost: number;
}

/** A block as pieces that can each stand alone: sentences, list items, table rows under their header, fenced lines. */
export function fitBlock(block: Block, { most, wholeAtMost }: Fit): string[] {
  const text = block.lines.map((line) => line.trimEnd()).join('\n');
  const limit = block.kind === 'paragraph' ? most : wholeAtMost;
  return weighWords(text) <= limit
    ? [text]
    : cutters[block.kind](block.lines, most).filter((piece) => piece.trim() !== '');
}

const cutters: Readonly<Record<Block['kind'], (lines: readonly string[], most: number) => string[]>> = {
  paragraph: cutParagraph,
  subheading: cutParagraph,
  list: (lines, most) =>
    packPieces(
      itemsOf(lines).flatMap((item) => within(item, most)),
      most,
      '\n',
    ),
  table: cutTable,
  code: cutCode,
};

function cutParagraph(lines: readonly string[], most: number): string[] {
  const text = lines.map((line) => line.trimEnd()).join('\n');
  const sentences = text.split(sentenceEnd).flatMap((sentence) => within(sentence, most));
  return packPieces(sentences, most).map((piece) => piece.trim());
}

/** White space stays with the sentence before it. */
const sentenceEnd = /(?<=[.!?…]["'”’)\]]{0,3}\s)(?=\S)|(?<=[。！？])/u;

function itemsOf(lines: readonly string[]): string[] {
  const isTop = /^(?:[-*+]|\d{1,9}[.)])\s/;
  const items: string[][] = [];
  for (const line of lines) {
    const item = items.at(-1);
    if (item === undefined || isTop.test(line)) items.push([line.trimEnd()]);
    else item.push(line.trimEnd());
  }
  return items.map((item) => item.join('\n'));
}

/** Every piece repeats the header, unless that is longer than it helps. */
function cutTable([header = '', rule = '', ...rows]: readonly string[], most: number): string[] {
  const head = `${header.trimEnd()}\n${rule.trimEnd()}`;
  const room = most - weighWords(head);
  if (room < most / 2)
    return packPieces(
      [header, rule, ...rows].flatMap((row) => within(row, most)),
      most,
      '\n',
    );
  return packPieces(
    rows.flatMap((row) => within(row, room)),
    room,
    '\n',
  ).map((piece) => `${head}\n${piece}`);
}

function cutCode([opening = '', ...rest]: readonly string[], most: number): string[] {
  const fence = /[`~]{3,20}/.exec(opening)?.[0] ?? '```';
  const isClosed = rest.at(-1)?.trim().startsWith(fence) ?? false;
  const lines = isClosed ? rest.slice(0, -1) : rest;
  const [start = '', ...surplus] = within(opening, most / 4);
  const pieces = packPieces(
    [...surplus, ...lines].flatMap((line) => within(line, most)),
    most,
    '\n',
  );
  return pieces.map((piece) => `${start}\n${piece}\n${fence}`);
}

function within(text: string, most: number): string[] {
  return weighWords(text) <= most ? [text] : cutAtWords(text, Math.max(1, Math.floor(most)));
}
