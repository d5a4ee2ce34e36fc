import { type Sentence, splitSentences } from './split-sentences.ts';

/** A quote is at most so long, unless a single sentence is longer. */
const mostSentences = 4;
const mostCharacters = 600;
/** A shorter quote gets its neighbour: an answer often stands behind the words of its question. */
const leastCharacters = 80;
/** A paragraph up to this long is quoted whole: what it is about is often named in another of its sentences. */
const mostOfParagraph = 400;

export interface Span {
  /** Markdown. */
  readonly text: string;
  /** The wanted terms it carries. */
  readonly carried: readonly string[];
}

/** The shortest run of sentences with most of the wanted terms, in its paragraph where that is short; how the passage begins, where it has none of them. */
export function quoteSpan(
  passage: string,
  wanted: ReadonlySet<string>,
  terms: (text: string) => readonly string[],
  language: string,
): Span {
  const sentences = splitSentences(passage, language);
  const carriedBy = sentences.map(({ text }) => new Set(terms(text).filter((term) => wanted.has(term))));
  let best = { start: 0, end: 1, carried: new Set<string>(), characters: 0 };
  for (let start = 0; start < sentences.length; start += 1) {
    const carried = new Set<string>();
    let characters = 0;
    for (let end = start + 1; end <= Math.min(start + mostSentences, sentences.length); end += 1) {
      characters += sentences[end - 1]?.text.length ?? 0;
      if (end > start + 1 && characters > mostCharacters) break;
      for (const term of carriedBy[end - 1] ?? []) carried.add(term);
      const isBetter =
        carried.size > best.carried.size || (carried.size === best.carried.size && characters < best.characters);
      if (isBetter) best = { start, end, carried: new Set(carried), characters };
    }
  }
  const isAboutAll = best.carried.size === 0;
  const whole = inList(sentences, best.start, best.end, isAboutAll) ?? inParagraph(sentences, best.start, best.end);
  const [start, end] = widened(sentences, ...whole);
  return { text: joined(sentences.slice(start, end)), carried: [...best.carried] };
}

/**
 * With the list it leads into, or begins where the list as a whole is meant; as much of it as a quote may hold. Null
 * where there is none.
 */
function inList(
  sentences: readonly Sentence[],
  start: number,
  end: number,
  isWanted: boolean,
): [number, number] | null {
  const leadsIn = sentences[end]?.separator === '\n\n' && sentences[end - 1]?.text.endsWith(':');
  const isList = leadsIn ? sentences[end + 1]?.separator === '\n' : isWanted && sentences[end]?.separator === '\n';
  if (!isList) return null;
  let to = end + 1;
  while (sentences[to]?.separator === '\n' && joined(sentences.slice(start, to + 1)).length <= mostCharacters) to += 1;
  return [start, to];
}

/** With the rest of the paragraphs it begins and ends in, where they are short. */
function inParagraph(sentences: readonly Sentence[], start: number, end: number): [number, number] {
  const goesOn = (at: number) => sentences[at]?.separator === ' ';
  let [from, to] = [start, end];
  while (from > 0 && goesOn(from)) from -= 1;
  while (goesOn(to)) to += 1;
  return joined(sentences.slice(from, to)).length <= mostOfParagraph ? [from, to] : [start, end];
}

/** With the sentence after it, or else before it, where it says too little alone. */
function widened(sentences: readonly Sentence[], start: number, end: number): [number, number] {
  if (joined(sentences.slice(start, end)).length >= leastCharacters) return [start, end];
  if (end < sentences.length) return [start, end + 1];
  return [Math.max(0, start - 1), end];
}

function joined(sentences: readonly Sentence[]): string {
  return sentences.map(({ text, separator }, index) => (index === 0 ? text : `${separator}${text}`)).join('');
}
