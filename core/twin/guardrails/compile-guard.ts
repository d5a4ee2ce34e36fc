import { contentSpans, type Span } from './content-words.ts';
import { matchPatterns, type Pattern, type PatternMatcher } from './pattern-matcher.ts';
import { linkPatterns, phrasePattern, rareWords } from './rare-words.ts';
import { indexRuns, type RunIndex, textEnd } from './shared-runs.ts';
import { unleet, withoutListMarks } from './text-views.ts';
import { wordsOf } from './words-of.ts';

/** What may inform a model, but must not be quoted, named or cited. */
export interface InternalMaterial {
  /** The passages a model has been shown in the session. */
  readonly passages: readonly { readonly headings: readonly string[]; readonly text: string }[];
  /** The sources they are from: names are titles, file names, whatever they are known by. */
  readonly sources: readonly { readonly names: readonly string[]; readonly url: string | null }[];
}

/** Internal material made ready to be looked for. Immutable; serves any number of replies. */
export interface CompiledGuard {
  readonly isEmpty: boolean;
  /** As they are written. */
  readonly exact: PatternMatcher;
  /** In a view whose digits are read as letters. */
  readonly leet: PatternMatcher;
  /** One-word names of sources that are ordinary words: found where they are set off as a name. */
  readonly ordinaryNames: ReadonlySet<string>;
  /** The texts, digits as letters. */
  readonly runs: RunIndex;
  /** The content words of `runs`, in order. */
  readonly spans: readonly Span[];
}

/**
 * Compiles internal material. Time and memory grow with its length, roughly 100 bytes a character: it is meant for
 * the passages found for a session, not for whole libraries.
 */
export function compileGuard({ passages, sources }: InternalMaterial): CompiledGuard {
  const texts = passages.map(({ headings, text }) => `${headings.map((each) => `# ${each}`).join('\n')}\n\n${text}`);
  const names = sources
    .flatMap((source) => source.names)
    .flatMap((name) => [name, name.replace(/\.\p{L}\w{1,4}$/u, '')]);
  const urls = sources.flatMap(({ url }) => (url === null ? [] : [url]));
  const patterns = unique([
    ...[...texts, ...names].flatMap(rareWords),
    ...urls.flatMap(linkPatterns),
    ...names.filter((name) => !isOrdinary(name)).map(phrasePattern),
  ]);
  const words = texts.map((text) => wordsOf(withoutListMarks(text)));
  return {
    isEmpty: texts.length === 0 && sources.length === 0,
    exact: matchPatterns(patterns),
    leet: matchPatterns(patterns.map(inLeet)),
    ordinaryNames: new Set(names.filter(isOrdinary).map((name) => wordsOf(name).join(''))),
    runs: indexRuns(unleet(words.map((each) => each.join('')).join(textEnd))),
    spans: contentSpans(words.flatMap((each, index) => (index === 0 ? each : [textEnd, ...each]))),
  };
}

/** Whether a name is one common-looking word, such as "Pricing": it cannot be forbidden as a word. */
function isOrdinary(name: string): boolean {
  const words = wordsOf(name);
  return words.length === 1 && (words[0] ?? '').length < 12 && rareWords(name).length === 0;
}

/** Read as letters a pattern of digits, or a short one, would be found in ordinary words: it is left out. */
function inLeet({ chars, isWhole }: Pattern): Pattern {
  const isFit = chars.length >= 6 && /[^\d]/u.test(chars);
  return { chars: isFit ? unleet(chars) : '', isWhole };
}

function unique(patterns: readonly Pattern[]): Pattern[] {
  return [...new Map(patterns.filter(({ chars }) => chars !== '').map((each) => [each.chars, each])).values()];
}
