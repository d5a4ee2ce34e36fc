import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

/** A printed line of a page, or a piece of one, at most simple letters. */
export interface Printed {
  readonly text: string;
  readonly y: number;
  /** 72 unless told: the left margin. */
  readonly x?: number;
  readonly size?: number;
  readonly isBold?: boolean;
}

/** A PDF of such pages. `encrypt` asks for a password nobody knows; `stream` stands in for the content of every page. */
export function makePdf(
  pages: readonly (readonly Printed[])[],
  { encrypt = false, title, stream }: { encrypt?: boolean; title?: string; stream?: Uint8Array } = {},
): Uint8Array {
  const kids = pages.map((_, index) => `${index * 2 + 4} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((lines, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${index * 2 + 5} 0 R /Resources << /Font << /F1 3 0 R /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >> >> >> >>`,
      streamOf(stream ?? deflateSync(lines.map(printed).join('\n'))),
    ]),
    `<< ${title === undefined ? '' : `/Title (${title})`} >>`,
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const hex = '00'.repeat(32);
  const lock = encrypt
    ? `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${hex}> /U <${hex}> /P -4 >> /ID [<00> <00>]`
    : '';
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R ${lock} >>`;
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.from(`${file}${table}trailer ${trailer}\nstartxref\n${file.length}\n%%EOF`, 'latin1');
}

/** Lines below one another, as a page of running text prints them. */
export function printedLines(...texts: readonly string[]): Printed[] {
  return texts.map((text, index) => ({ text, y: 700 - index * 14 }));
}

/** A Word document with this body, and whatever else is in it. */
export function makeDocx(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return makeZip({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': relationships({ rId1: ['officeDocument', 'word/document.xml'] }),
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${['1', '2'].map((level) => `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`).join('')}</w:styles>`,
    'word/_rels/document.xml.rels': relationships({ rId1: ['styles', 'styles.xml'] }),
    ...more,
  });
}

export function wordParagraph(text: string, style = ''): string {
  const look = style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${look}<w:r><w:t>${text}</w:t></w:r></w:p>`;
}

/** A presentation: slides with a title, lines and notes, stored last to first. */
export function makePptx(
  slides: readonly {
    title: string;
    lines: readonly string[];
    notes?: string;
    table?: string[][];
    /** Drawn without a layout, its lines with marks. */
    isDrawn?: boolean;
  }[],
): Uint8Array {
  const drawing =
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  const paragraph = (text: string) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`;
  const shape = (type: string, lines: readonly string[]) =>
    `<p:sp><p:nvSpPr><p:nvPr><p:ph type="${type}"/></p:nvPr></p:nvSpPr><p:txBody>${lines.map(paragraph).join('')}</p:txBody></p:sp>`;
  const drawn = (lines: readonly string[], look: (line: number) => string) =>
    `<p:sp><p:nvSpPr><p:nvPr/></p:nvSpPr><p:txBody>${lines.map((line, index) => paragraph(line).replace('<a:p>', `<a:p>${look(index)}`)).join('')}</p:txBody></p:sp>`;
  const table = (rows: string[][]) =>
    `<a:tbl>${rows.map((row) => `<a:tr>${row.map((cell) => `<a:tc>${paragraph(cell)}</a:tc>`).join('')}</a:tr>`).join('')}</a:tbl>`;
  const files: Record<string, string> = {
    'ppt/presentation.xml': `<p:presentation ${drawing}><p:sldIdLst>${slides.map((_, index) => `<p:sldId r:id="rId${index}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relationships(
      Object.fromEntries(
        slides.map((_, index) => [`rId${index}`, ['slide', `slides/slide${slides.length - index}.xml`]]),
      ),
    ),
  };
  slides.forEach((slide, index) => {
    const name = `slide${slides.length - index}.xml`;
    const marked = (line: number) => `<a:pPr lvl="${line % 2}"><a:buChar char="•"/></a:pPr>`;
    const shapes = slide.isDrawn
      ? drawn([slide.title], () => '') + drawn(slide.lines, marked)
      : shape('title', [slide.title]) + shape('body', slide.lines);
    const body = shapes + shape('sldNum', ['99']) + table(slide.table ?? []);
    files[`ppt/slides/${name}`] = `<p:sld ${drawing}><p:cSld><p:spTree>${body}</p:spTree></p:cSld></p:sld>`;
    if (slide.notes === undefined) return;
    files[`ppt/slides/_rels/${name}.rels`] = relationships({ rId1: ['notesSlide', `../notesSlides/${name}`] });
    files[`ppt/notesSlides/${name}`] = `<p:notes ${drawing}>${shape('body', [slide.notes])}</p:notes>`;
  });
  return makeZip(files);
}

export function makeZip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data]),
    ),
  );
}

function relationships(targets: Readonly<Record<string, readonly [type: string, target: string] | string[]>>): string {
  const each = Object.entries(targets).map(
    ([id, [type, target]]) =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

function printed({ text, x = 72, y, size = 12, isBold = false }: Printed): string {
  const escaped = text.replace(/[\\()]/g, '\\$&');
  return `BT /${isBold ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped}) Tj ET`;
}

function streamOf(bytes: Uint8Array): string {
  return `<< /Length ${bytes.length} /Filter /FlateDecode >>\nstream\n${Buffer.from(bytes).toString('latin1')}\nendstream`;
}
