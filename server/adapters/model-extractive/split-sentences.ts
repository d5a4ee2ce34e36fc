import { type Block, readBlocks } from '../../../core/twin/read-blocks.ts';

/** The least of a passage that can be quoted: a sentence, a list item, a table row under its header, a code block. */
export interface Sentence {
  /** Markdown. What would be read as a citation is escaped. */
  readonly text: string;
  /** What stands between it and the sentence before it. */
  readonly separator: string;
}

/** A passage's Markdown as sentences in reading order. */
export function splitSentences(markdown: string, language: string): Sentence[] {
  const blocks = readBlocks(markdown).flatMap((section) => section.blocks);
  return blocks.flatMap((block) => {
    const { texts, separator } = piecesOf(block, language);
    return texts.map((text, index) => ({ text, separator: index === 0 ? '\n\n' : separator }));
  });
}

function piecesOf({ kind, lines }: Block, language: string): { texts: string[]; separator: string } {
  const text = lines.join('\n').trim();
  switch (kind) {
    case 'code':
      return { texts: [text], separator: '\n\n' };
    case 'list':
      return { texts: itemsOf(lines).map(withoutCitations), separator: '\n' };
    case 'table':
      return { texts: rowsOf(lines).map(withoutCitations), separator: '\n\n' };
    case 'subheading':
    case 'paragraph':
      return { texts: sentencesOf(unwrapped(text), language).map(withoutCitations), separator: ' ' };
  }
}

/** A line end inside a paragraph ends no sentence, unless Markdown reads it as a line break. */
function unwrapped(text: string): string {
  return text.replace(/(?<! {2}|\\)\n[ \t]*/g, ' ');
}

function sentencesOf(text: string, language: string): string[] {
  const known = Intl.Segmenter.supportedLocalesOf([language]);
  const sentences: string[] = [];
  for (const { segment } of new Intl.Segmenter(known, { granularity: 'sentence' }).segment(text)) {
    const before = sentences.at(-1);
    if (before !== undefined && (abbreviation.test(before) || (numbering.test(before) && /^\d/.test(segment)))) {
      sentences[sentences.length - 1] = before + segment;
    } else sentences.push(segment);
  }
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}

/** What has a point at its end and seldom ends a sentence: titles, initials, and what is said of what follows. */
const abbreviation =
  /(?:^|[^\p{L}\p{N}])(?:(?!I)\p{L}|Dr|Mr|Mrs|Ms|Mme|Mlle|Prof|Dipl|Ing|Hr|Fr|Sr|Sra|St|Str|Tel|approx|incl|excl|vs|ca|bzw|inkl|exkl|zzgl|ggf|evtl|bspw|max|min)\.\s*$/u;
const numbering = /(?:^|[^\p{L}\p{N}])(?:Nr|No|Art|Abs|Kap|Fig|Abb|pp?|S)\.\s*$/u;

/** With the lines that belong to an item. */
function itemsOf(lines: readonly string[]): string[] {
  const items: string[] = [];
  for (const line of lines) {
    if (items.length === 0 || /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(line)) items.push(line.trim());
    else items.push(`${items.pop()}\n${line.trimEnd()}`);
  }
  return items.map((item) => item.trimEnd());
}

function rowsOf([header = '', rule = '', ...rows]: readonly string[]): string[] {
  return rows.map((row) => [header, rule, row].map((line) => line.trim()).join('\n'));
}

/** `[1]` in a source is no citation of ours. */
function withoutCitations(text: string): string {
  return text.replace(/\[(\d+)\](?!\()/g, '\\[$1\\]');
}
