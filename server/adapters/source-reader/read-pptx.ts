import { strFromU8 } from 'fflate';
import { documentTitle } from './document-title.ts';
import { escapeLine } from './escape-markdown.ts';
import { parseXml, type XmlElement } from './parse-xml.ts';
import { markdownTable } from './read-csv.ts';
import type { ReadLimits } from './read-limits.ts';
import { Refusal } from './refusal.ts';
import { unzip } from './unzip.ts';

type Parts = Readonly<Record<string, Uint8Array>>;

/** The slides of a presentation in the order they are shown, each a page under its title, with the speaker's notes. */
export function readPptx(bytes: Uint8Array, limits: Pick<ReadLimits, 'pages'>, unfoldedBytesAtMost: number) {
  const parts = unzip(
    bytes,
    (name) => /\.(?:xml|rels)$/.test(name) && !/theme|slideLayout|slideMaster/i.test(name),
    unfoldedBytesAtMost,
  );
  const slides = slidePaths(parts);
  if (slides.length > limits.pages) {
    throw new Refusal(
      `The presentation has ${slides.length} slides; at most ${limits.pages} are read. Split it and upload the parts.`,
    );
  }
  const pages = slides.map((path, index) => [`<!-- page ${index + 1} -->`, ...slideText(parts, path)].join('\n\n'));
  const holdsText = slides.some((path) => slideText(parts, path).length > 0);
  return { title: documentTitle(parts), text: holdsText ? pages.join('\n\n') : '' };
}

function slidePaths(parts: Parts): string[] {
  const targets = targetsOf(parts, 'ppt/presentation.xml');
  return read(parts, 'ppt/presentation.xml')
    .getElementsByTagName('p:sldId')
    .flatMap((slide) => targets.get(slide.getAttribute('r:id') ?? '')?.path ?? []);
}

function slideText(parts: Parts, path: string): string[] {
  const notes = [...targetsOf(parts, path).values()].find(({ type }) => type.endsWith('/notesSlide'));
  const shapes = read(parts, path).getElementsByTagName('p:sp');
  const title = titleAmong(shapes);
  const spoken =
    notes === undefined
      ? []
      : read(parts, notes.path)
          .getElementsByTagName('p:sp')
          .filter((shape) => placeholderOf(shape) === 'body');
  const heading = title === undefined ? '' : paragraphsOf(title).join(' ');
  return [
    heading === '' ? '' : `## ${heading}`,
    ...shapes.filter((shape) => shape !== title && !isFurniture(shape)).map(bodyOf),
    ...read(parts, path).getElementsByTagName('a:tbl').map(tableOf),
    ...spoken.flatMap(paragraphsOf).map((line, index) => (index === 0 ? `Notes: ${line}` : escapeLine(line))),
  ].filter((text) => text !== '');
}

/** Slides drawn without a layout have no title of that name: a line of its own at the beginning is it. */
function titleAmong(shapes: readonly XmlElement[]): XmlElement | undefined {
  const named = shapes.find((shape) => /title/i.test(placeholderOf(shape)));
  const [first] = shapes.filter((shape) => !isFurniture(shape) && paragraphsOf(shape).length > 0);
  const [line = '', ...more] = first === undefined ? [] : paragraphsOf(first);
  return named ?? (more.length === 0 && line.length <= 100 ? first : undefined);
}

/** Paragraphs, those with a mark of their own as a list. */
function bodyOf(shape: XmlElement): string {
  const paragraphs = shape.getElementsByTagName('a:p').filter((paragraph) => lineOf(paragraph) !== '');
  const isItem = (paragraph: XmlElement | undefined) =>
    (paragraph?.getElementsByTagName('a:buChar').length ?? 0) +
      (paragraph?.getElementsByTagName('a:buAutoNum').length ?? 0) >
    0;
  return paragraphs
    .map((paragraph, index) => {
      const level = Number(paragraph.getElementsByTagName('a:pPr')[0]?.getAttribute('lvl') ?? 0);
      const text = isItem(paragraph) ? `${'  '.repeat(level)}- ${lineOf(paragraph)}` : escapeLine(lineOf(paragraph));
      if (index === 0) return text;
      return `${isItem(paragraph) && isItem(paragraphs[index - 1]) ? '\n' : '\n\n'}${text}`;
    })
    .join('');
}

function paragraphsOf(shape: XmlElement): string[] {
  return shape
    .getElementsByTagName('a:p')
    .map(lineOf)
    .filter((line) => line !== '');
}

function tableOf(table: XmlElement): string {
  const rows = table
    .getElementsByTagName('a:tr')
    .map((row) => row.getElementsByTagName('a:tc').map((cell) => paragraphsOf(cell).join(' ')));
  return rows.length === 0 ? '' : markdownTable(rows);
}

function lineOf(paragraph: XmlElement): string {
  const runs = Array.from(paragraph.children, (run) =>
    run.tagName === 'a:br'
      ? ' '
      : Array.from(run.getElementsByTagName('a:t'), ({ textContent }) => textContent ?? '').join(''),
  );
  return runs.join('').replace(/\s+/g, ' ').trim();
}

function placeholderOf(shape: XmlElement): string {
  return shape.getElementsByTagName('p:ph')[0]?.getAttribute('type') ?? '';
}

function isFurniture(shape: XmlElement): boolean {
  return ['sldNum', 'dt', 'ftr', 'hdr'].includes(placeholderOf(shape));
}

/** What a part refers to by id, as paths within the file. */
function targetsOf(parts: Parts, path: string): Map<string, { path: string; type: string }> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = `${folder}_rels/${path.slice(folder.length)}.rels`;
  if (parts[relations] === undefined) return new Map();
  return new Map(
    read(parts, relations)
      .getElementsByTagName('Relationship')
      .map((relation) => {
        const target = new URL(relation.getAttribute('Target') ?? '', `file:///${folder}`).pathname.slice(1);
        return [relation.getAttribute('Id') ?? '', { path: target, type: relation.getAttribute('Type') ?? '' }];
      }),
  );
}

function read(parts: Parts, path: string): Pick<XmlElement, 'getElementsByTagName'> {
  return parseXml(strFromU8(parts[path] ?? new Uint8Array()));
}
