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
  const passages = source.passages.toSorted((a, b) => a.number - b.number);
  const language = readsLanguage
    ? languageOf(passages.slice(0, passagesRead).flatMap((passage) => wordsOf(passage).text))
    : unknownLanguage;
  const ids = new Map<string, number>();
  const terms = (words: readonly string[]) => words.flatMap((word) => termsOf(word, language).map(numbered(ids)));
  const title = [...new Set(terms(splitWords(source.title)))];
  const counted = passages.map((passage) => {
    const { headings, text } = wordsOf(passage);
    return countTerms(passage.number, terms(headings), terms(text));
  });
  return write(language, [...ids.keys()], title, counted);
}

/** Numbers terms in the order they are met: numbers take less memory than words. */
function numbered(ids: Map<string, number>): (term: string) => number {
  return (term) => {
    const id = ids.get(term) ?? ids.size;
    if (id === ids.size) ids.set(term, id);
    return id;
  };
}

/** A language shows soon. */
const passagesRead = 50;

/** Headings of a lower level stand in the text of a passage; they count as headings all the same. */
const lowerHeading = /^#{4,6} .*/gm;
/** Where a link leads and how a tag is written are not what a text says. */
const unsaid = /\]\([^)\n]{0,500}\)|https?:\/\/\S+|<\/?[a-z][^>\n]{0,500}>/gi;

interface WordsOfPassage {
  readonly headings: readonly string[];
  readonly text: readonly string[];
}

function wordsOf({ headings, text }: Passage): WordsOfPassage {
  return {
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
  /** For each of its terms three figures: the term, how often the text has it, and how often the headings. */
  readonly counts: Uint32Array;
}

function countTerms(number: number, headings: readonly number[], text: readonly number[]): CountedPassage {
  const counts = new Map<number, { text: number; headings: number }>();
  const countOf = (term: number) => {
    const count = counts.get(term) ?? { text: 0, headings: 0 };
    counts.set(term, count);
    return count;
  };
  for (const term of text) countOf(term).text++;
  for (const term of headings) countOf(term).headings++;
  return {
    number,
    textLength: text.length,
    headingLength: headings.length,
    counts: Uint32Array.from([...counts].flatMap(([term, count]) => [term, count.text, count.headings])),
  };
}

function write(
  language: string,
  terms: readonly string[],
  title: readonly number[],
  passages: readonly CountedPassage[],
): Uint8Array {
  const writer = varintWriter();
  const { dictionary, placeOf } = sorted(terms);
  writer.bytes(segmentMark);
  writer.integer(language.length);
  writer.bytes(Buffer.from(language));
  writer.integer(dictionary.length);
  for (const term of dictionary) writer.integer(term.length);
  for (const term of dictionary) writer.bytes(term);
  writer.integer(title.length);
  for (const term of title) writer.integer(placeOf[term] ?? 0);
  writer.integer(passages.length);
  writer.integer(passages.reduce((sum, { counts }) => sum + counts.length / 3, 0));
  for (const { number, textLength, headingLength, counts } of passages) {
    for (const figure of [number, textLength, headingLength, counts.length / 3]) writer.integer(figure);
    for (let at = 0; at < counts.length; at += 3) {
      writer.integer(placeOf[counts[at] ?? 0] ?? 0);
      writer.integer(counts[at + 1] ?? 0);
      writer.integer(counts[at + 2] ?? 0);
    }
  }
  return writer.done();
}

/** The terms by their bytes, and where each has come to stand. */
function sorted(terms: readonly string[]): { readonly dictionary: Buffer[]; readonly placeOf: Uint32Array } {
  const order = terms
    .map((term, id) => ({ bytes: Buffer.from(term), id }))
    .sort((one, other) => Buffer.compare(one.bytes, other.bytes));
  const placeOf = new Uint32Array(terms.length);
  for (const [place, { id }] of order.entries()) placeOf[id] = place;
  return { dictionary: order.map(({ bytes }) => bytes), placeOf };
}
