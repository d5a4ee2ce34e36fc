import { safeLink } from './safe-link.ts';

/** A run of text within a line. Links carry only addresses that `safeLink` let through. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'strong' | 'emphasis' | 'deleted'; readonly content: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly content: readonly Inline[] };

interface Rule {
  readonly pattern: RegExp;
  /** Null leaves the match as plain text. */
  readonly read: (match: RegExpExecArray, depth: number) => Inline | null;
}

/** Deeper nesting is shown as written: nobody writes it, and it keeps hostile text from costing time. */
const deepest = 6;

const text = (value: string | undefined): Inline => ({ kind: 'text', text: value ?? '' });
const around =
  (kind: 'strong' | 'emphasis' | 'deleted') =>
  (match: RegExpExecArray, depth: number): Inline => ({ kind, content: parseInline(match[1] ?? '', depth + 1) });

// Sticky patterns, each bounded to one line's text; the first that matches at a place wins.
const rules: readonly Rule[] = [
  { pattern: /\\([!-/:-@[-`{-~])/y, read: (match) => text(match[1]) },
  { pattern: /(?: {2,}|\\)?\n/y, read: () => ({ kind: 'break' }) },
  { pattern: /`([^`\n]+)`/y, read: (match) => ({ kind: 'code', text: match[1] ?? '' }) },
  { pattern: /!?\[((?:\\.|[^[\]\\\n]){1,1000})\]\(<?([^\s<>]{1,2000}?)>?(?: "[^"\n]{0,200}")?\)/y, read: readLink },
  { pattern: /<([a-z]+:[^\s<>]{1,2000})>/iy, read: (match) => linkTo(match[1] ?? '', [text(match[1])]) },
  { pattern: /\*\*(?=\S)((?:\\.|[^\\\n])*?\S)\*\*(?!\*)/y, read: around('strong') },
  { pattern: /\*(?=[^\s*])((?:\\.|[^\\*\n]|\*\*[^*\n]+\*\*)*[^\s*])\*(?!\*)/y, read: around('emphasis') },
  { pattern: /(?<![\p{L}\p{N}_])_(?=[^\s_])((?:\\.|[^\\_\n])*[^\s_])_(?![\p{L}\p{N}_])/uy, read: around('emphasis') },
  { pattern: /~~(?=\S)((?:\\.|[^\\~\n])*[^\s~])~~/y, read: around('deleted') },
  { pattern: /(?<![\p{L}\p{N}])https?:\/\/[^\s<>"]{1,2000}/iuy, read: readBareLink },
];
const special = /[\\`*_~[!<\n]|https?:| {2,}\n/giu;

/** Reads the inline part of Markdown: emphasis, code, links, escapes and line breaks. HTML stays text. */
export function parseInline(source: string, depth = 0): readonly Inline[] {
  if (depth > deepest) return [text(source)];
  const content: Inline[] = [];
  let plain = '';
  let at = 0;
  const flush = () => {
    if (plain) content.push(text(plain));
    plain = '';
  };
  while (at < source.length) {
    const found = matchAt(source, at, depth);
    if (!found) {
      const next = nextSpecial(source, at + 1);
      plain += source.slice(at, next);
      at = next;
      continue;
    }
    if (found.inline.kind === 'text') plain += found.inline.text;
    else {
      flush();
      content.push(found.inline);
    }
    at += found.length;
  }
  flush();
  return content;
}

function matchAt(source: string, at: number, depth: number): { inline: Inline; length: number } | null {
  for (const { pattern, read } of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    const inline = match && read(match, depth);
    if (match && inline) return { inline, length: lengthOf(inline, match) };
  }
  return null;
}

/** A bare link leaves closing punctuation to the sentence around it. */
function lengthOf(inline: Inline, match: RegExpExecArray): number {
  const shown = inline.kind === 'link' && inline.content.length === 1 ? inline.content[0] : undefined;
  const isBare = /^https?:/i.test(match[0]) && shown?.kind === 'text';
  return isBare ? shown.text.length : match[0].length;
}

function nextSpecial(source: string, from: number): number {
  special.lastIndex = from;
  return special.exec(source)?.index ?? source.length;
}

function readLink(match: RegExpExecArray, depth: number): Inline | null {
  const content = parseInline(match[1] ?? '', depth + 1);
  const address = (match[2] ?? '').replace(/\\([!-/:-@[-`{-~])/g, '$1');
  return linkTo(address, content);
}

function readBareLink(match: RegExpExecArray): Inline | null {
  const address = match[0].replace(/[.,;:!?'*_~)\]]+$/, '');
  return linkTo(address, [text(address)]);
}

function linkTo(address: string, content: readonly Inline[]): Inline | null {
  const href = safeLink(address);
  return href ? { kind: 'link', href, content } : null;
}
