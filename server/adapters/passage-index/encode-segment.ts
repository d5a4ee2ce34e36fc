import type { Passage } from '../../../core/twin/passage.ts';
import { languageOf, termsOf, unknownLanguage } from './language.ts';
import { segmentMark } from './segment.ts';
import { splitWords } from './split-words.ts';
import { varintWriter } from './varints.ts';

export interface SegmentSource {
  readonly title: string;
  readonly passages: readonly Passage[];
}

/**
 * One source revision as bytes: the mark, then integers of seven bits a byte. The language; the terms sorted by UTF-8,
 * all lengths and then all bytes; the terms of the title; and for each passage its number, the lengths of text and
 * headings in words, and its terms, each with how often text and headings have it.
 */
export function encodeSegment(source: SegmentSource, readsLanguage: boolean): Uint8Array {
  const title = splitWords(source.title);
  const passages = source.passages.toSorted((a, b) => a.number - b.number).map(wordsOf);
  const language = readsLanguage
    ? languageOf(passages.slice(0, passagesRead).flatMap(({ text }) => text))
    : unknownLanguage;
  const terms = (words: readonly string[]) => words.flatMap((word) => termsOf(word, language));
  return write(
    language,
    [...new Set(terms(title))],
    passages.map(({ number, headings, text }) => counted(number, terms(headings), terms(text))),
  );
}

/** A language shows soon. */
const passagesRead = 50;

/** Headings of a lower level stand in the text of a passage; they count as headings all the same. */
const lowerHeading = /^#{4,6} .*/gm;
/** Where a link leads and how a tag is written are not what a text says. */
const unsaid = /\]\([^)\n]{0,500}\)|https?:\/\/\S+|<\/?[a-z][^>\n]{0,500}>/gi;

interface WordsOfPassage {
  readonly number: number;
  readonly headings: readonly string[];
  readonly text: readonly string[];
}

function wordsOf({ number, headings, text }: Passage): WordsOfPassage {
  return {
    number,
    headings: [...headings, ...(text.match(lowerHeading) ?? [])].flatMap((heading) =>
      splitWords(heading.replace(unsaid, ' ')),
    ),
    text: splitWords(text.replace(unsaid, ' ')),
  };
}

interface CountedPassage {
  readonly number: number;
  readonly textLength: number;
  readonly headingLength: number;
  readonly counts: ReadonlyMap<string, { text: number; headings: number }>;
}

function counted(number: number, headings: readonly string[], text: readonly string[]): CountedPassage {
  const counts = new Map<string, { text: number; headings: number }>();
  const countOf = (term: string) => {
    const count = counts.get(term) ?? { text: 0, headings: 0 };
    counts.set(term, count);
    return count;
  };
  for (const term of text) countOf(term).text++;
  for (const term of headings) countOf(term).headings++;
  return { number, textLength: text.length, headingLength: headings.length, counts };
}

function write(language: string, title: readonly string[], passages: readonly CountedPassage[]): Uint8Array {
  const writer = varintWriter();
  const dictionary = dictionaryOf(title, passages);
  const ids = new Map(dictionary.map((term, id) => [term.toString(), id]));
  const idOf = (term: string) => ids.get(term) ?? 0;
  writer.bytes(segmentMark);
  writer.integer(language.length);
  writer.bytes(Buffer.from(language));
  writer.integer(dictionary.length);
  for (const term of dictionary) writer.integer(term.length);
  for (const term of dictionary) writer.bytes(term);
  writer.integer(title.length);
  for (const term of title) writer.integer(idOf(term));
  writer.integer(passages.length);
  writer.integer(passages.reduce((sum, { counts }) => sum + counts.size, 0));
  for (const { number, textLength, headingLength, counts } of passages) {
    for (const figure of [number, textLength, headingLength, counts.size]) writer.integer(figure);
    for (const [term, count] of counts) {
      for (const figure of [idOf(term), count.text, count.headings]) writer.integer(figure);
    }
  }
  return writer.done();
}

function dictionaryOf(title: readonly string[], passages: readonly CountedPassage[]): Buffer[] {
  const terms = new Set(title);
  for (const { counts } of passages) for (const term of counts.keys()) terms.add(term);
  return [...terms].map((term) => Buffer.from(term)).sort(Buffer.compare);
}
