import { getDocumentProxy } from 'unpdf';
import { linesOf, type PdfLine } from './pdf-lines.ts';
import { pdfMarkdown } from './pdf-markdown.ts';
import type { ReadLimits } from './read-limits.ts';
import { Refusal, tooMuchText } from './refusal.ts';

/** The text of a PDF, page by page. */
export async function readPdf(
  bytes: Uint8Array,
  limits: Pick<ReadLimits, 'pages' | 'textCharacters'>,
): Promise<{ title: string | null; text: string }> {
  const pdf = await opened(bytes);
  if (pdf.numPages > limits.pages) {
    throw new Refusal(
      `The PDF has ${pdf.numPages} pages; at most ${limits.pages} are read. Split it and upload the parts.`,
    );
  }
  const pages: PdfLine[][] = [];
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items, styles } = await page.getTextContent();
    const lines = linesOf(items, styles);
    characters += lines.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > limits.textCharacters) throw tooMuchText(limits.textCharacters);
    pages.push(lines);
    page.cleanup();
  }
  if (!pages.some((lines) => lines.some(({ text }) => /[\p{L}\p{N}]/u.test(text)))) {
    throw new Refusal(
      'The PDF holds pictures of its pages and no text (a scan). Run text recognition (OCR) on it and upload the result.',
    );
  }
  return { title: await titleOf(pdf), text: [...notRead(pages), pdfMarkdown(pages)].join('\n\n') };
}

/** For whoever reads the text over: a comment, so that no twin quotes it. */
function notRead(pages: readonly (readonly PdfLine[])[]): string[] {
  const empty = pages.flatMap((lines, index) => (lines.length === 0 ? [index + 1] : []));
  const named = empty.slice(0, namedAtMost).join(', ') + (empty.length > namedAtMost ? ', …' : '');
  const hint = 'Where they are scans, run text recognition (OCR) on the file and upload the result.';
  return empty.length === 0
    ? []
    : [`<!-- Without text that can be read, of ${pages.length} pages: ${named}. ${hint} -->`];
}

const namedAtMost = 50;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function opened(bytes: Uint8Array): Promise<Pdf> {
  try {
    // The library takes its bytes for good, and no Buffer.
    return await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new Refusal('The PDF is protected by a password. Save it without one and upload it again.');
    }
    throw new Refusal('The PDF is damaged or incomplete and cannot be opened. Export it again and upload that.');
  }
}

async function titleOf(pdf: Pdf): Promise<string | null> {
  const { info } = await pdf.getMetadata();
  const title: unknown = 'Title' in info ? info.Title : null;
  const isName =
    typeof title === 'string' && /\p{L}/u.test(title) && !/^(?:untitled|microsoft word\b.*)$|\.\w{2,4}$/i.test(title);
  return isName ? title.trim() : null;
}
