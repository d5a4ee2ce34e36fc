import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { documentTitle } from './document-title.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { unzip } from './unzip.ts';

/** The text of a Word document, its headings, lists and tables. */
export async function readDocx(
  bytes: Uint8Array,
  unfoldedBytesAtMost: number,
): Promise<{ title: string | null; text: string }> {
  const parts = unzip(bytes, (name) => /\.(?:xml|rels)$/.test(name), unfoldedBytesAtMost);
  // Packed anew without pictures and without compression: what mammoth unfolds is what was measured.
  const measured = Buffer.from(zipSync(parts, { level: 0 }));
  const { value } = await mammoth.convertToHtml(
    { buffer: measured },
    {
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh", ...innerLists],
      includeEmbeddedStyleMap: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  );
  const text = htmlToMarkdown(value);
  return { title: documentTitle(parts) ?? /^# (.+)$/m.exec(text)?.[1] ?? null, text };
}

/** Word's own styles for the inner items of a list, which says no level of its own. */
const innerLists = ['Bullet', 'Number'].flatMap((kind) => {
  const list = kind === 'Bullet' ? 'ul' : 'ol';
  return [2, 3].map((level) => {
    const outer = 'ul|ol > li > '.repeat(level - 1);
    return `p[style-name='List ${kind} ${level}'] => ${outer}${list} > li:fresh`;
  });
});
