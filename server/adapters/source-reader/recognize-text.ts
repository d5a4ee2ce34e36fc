import { delimiterOf } from './csv-shape.ts';

/** What a text is, told by its shape; its name decides only between shapes that look alike. */
export function recognizeText(name: string, text: string): 'email' | 'html' | 'csv' | 'markdown' | 'text' {
  const head = text.slice(0, 4096);
  if (/^\s*(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(head)) return 'html';
  if (isEmail(head)) return 'email';
  if (/\.(?:md|markdown)$/i.test(name)) return 'markdown';
  if (delimiterOf(text, /\.(?:csv|tsv)$/i.test(name)) !== null) return 'csv';
  return isMarkdown(text) ? 'markdown' : 'text';
}

/** A block of headers at the very top, two of them known ones. */
function isEmail(head: string): boolean {
  const lines = (head.replace(/^\s+/, '').split(/\r?\n\r?\n/, 1)[0] ?? '').split(/\r?\n/);
  const isHeaders = lines.every((line) => /^(?:[!-9;-~]+:|[ \t]|From )/.test(line));
  const known = lines.filter((line) =>
    /^(?:from|to|subject|date|received|return-path|message-id|mime-version):/i.test(line),
  );
  return (isHeaders || head.length === 4096) && known.length >= 2 && /^[!-9;-~]+:|^From /.test(lines[0] ?? '');
}

function isMarkdown(text: string): boolean {
  return /^(?:#{1,6} \S|```|~~~|[-*+] \S|\d{1,9}\. \S|\|.*\|\s*$|> )|\]\(\S|\*\*\S/m.test(text.slice(0, 100_000));
}
