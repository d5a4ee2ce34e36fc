import type { FileKind, ReadOutcome } from '../../ports/source-reader.ts';
import { decodeText } from './decode-text.ts';
import type { ReadLimits } from './read-limits.ts';
import { recognizeFile, unreadable } from './recognize-file.ts';
import { recognizeText } from './recognize-text.ts';
import { Refusal, refused, tooMuchText } from './refusal.ts';

/** What came of a file before its text is tidied. */
interface Parsed {
  readonly fileKind: FileKind | 'page';
  readonly title: string | null;
  readonly text: string;
}

/** Turns a file into Markdown, or says why not. Runs in a process of its own: a hostile file may keep it busy for good. */
export async function parseFile(name: string, bytes: Uint8Array, limits: ReadLimits): Promise<ReadOutcome> {
  try {
    const { fileKind, title, text } = await parsed(name, bytes, limits);
    return { kind: 'read', fileKind, title: title === null ? null : shortTitle(title), text: tidied(text, limits) };
  } catch (error) {
    if (error instanceof Refusal) return refused(error.message);
    return refused(`${name} is damaged or incomplete and cannot be read. Save or export it again and upload that.`);
  }
}

/** Line ends of one kind, and nothing a database or a reader would choke on. */
export function tidied(text: string, { textCharacters }: Pick<ReadLimits, 'textCharacters'>): string {
  const tidy = text
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/[^\P{Cc}\t\n]|\uFEFF/gu, '')
    .toWellFormed()
    .trim();
  const words = tidy.replace(/<!-- page \d+ -->/g, '');
  if (!/[\p{L}\p{N}]/u.test(words)) throw new Refusal('The file holds no text.');
  if (tidy.length > textCharacters) throw tooMuchText(textCharacters);
  return tidy;
}

export function shortTitle(title: string): string | null {
  return (
    title
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .toWellFormed()
      .trim()
      .slice(0, 200)
      .toWellFormed() || null
  );
}

/** Each format's library is loaded only where it is needed. */
async function parsed(name: string, bytes: Uint8Array, limits: ReadLimits): Promise<Parsed> {
  const unfoldedBytesAtMost = (limits.memoryMb / 4) * 1024 * 1024;
  const fileKind = recognizeFile(name, bytes);
  switch (fileKind) {
    case 'pdf': {
      const { readPdf } = await import('./read-pdf.ts');
      return { fileKind, ...(await readPdf(bytes, limits)) };
    }
    case 'docx': {
      const { readDocx } = await import('./read-docx.ts');
      return { fileKind, ...(await readDocx(bytes, unfoldedBytesAtMost)) };
    }
    case 'pptx': {
      const { readPptx } = await import('./read-pptx.ts');
      return { fileKind, ...readPptx(bytes, limits, unfoldedBytesAtMost) };
    }
    case 'characters':
      return parsedText(name, bytes);
  }
}

async function parsedText(name: string, bytes: Uint8Array): Promise<Parsed> {
  const text = decodeText(bytes);
  if (text === null) throw new Refusal(unreadable(name, 'a binary file'));
  const kind = recognizeText(name, text);
  switch (kind) {
    case 'email': {
      const { readEmail } = await import('./read-email.ts');
      return { fileKind: kind, ...(await readEmail(bytes)) };
    }
    case 'html': {
      const { readPage } = await import('./read-page.ts');
      const page = readPage(text, 'about:blank');
      return { fileKind: 'page', title: page.title, text: page.text };
    }
    case 'csv': {
      const { readCsv } = await import('./read-csv.ts');
      return { fileKind: kind, title: null, text: readCsv(text) };
    }
    case 'markdown':
      return { fileKind: kind, title: /^#{1,2} (.+)$/m.exec(text.slice(0, 20_000))?.[1]?.trim() ?? null, text };
    case 'text':
      return { fileKind: kind, title: null, text };
  }
}
