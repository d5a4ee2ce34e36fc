import type { FoundPassage, Question } from '../../ports/brain.ts';
import { plainHeading } from './plain-heading.ts';
import { quoteSpan } from './quote-span.ts';
import type { ReadTerms } from './read-terms.ts';

const mostQuotes = 3;
/** A further passage must be nearly as good as the best one. */
const leastShareOfBest = 0.75;

export interface Quote {
  readonly passage: FoundPassage;
  /** Markdown. */
  readonly text: string;
}

/**
 * What is quoted for a question: the passage whose heading it is, or else the best one that is good enough, and others
 * only where they are nearly as good and speak of words that those before leave open. Empty when none is good enough.
 */
export function quotesFor(
  question: Pick<Question, 'text' | 'language'>,
  passages: readonly FoundPassage[],
  { threshold, readTerms }: { readonly threshold: number; readonly readTerms: ReadTerms },
): Quote[] {
  const wanted = new Set(readTerms(question.text, question.language));
  const open = new Set(wanted);
  const best = Math.max(0, ...passages.map(({ confidence }) => confidence));
  const quotes: Quote[] = [];
  const asked = plainHeading(question.text);
  const named = passages.find(({ headings }) => asked !== '' && plainHeading(headings.at(-1) ?? '') === asked);
  for (const passage of named === undefined ? passages : [named, ...passages.filter((other) => other !== named)]) {
    if (passage !== named && passage.confidence < Math.max(threshold, best * leastShareOfBest)) continue;
    const span = quoteSpan(passage.text, wanted, (text) => readTerms(text, question.language), question.language);
    const addsNothing = !span.carried.some((term) => open.has(term));
    if (quotes.length > 0 && addsNothing) continue;
    quotes.push({ passage, text: span.text });
    for (const term of span.carried) open.delete(term);
    if (quotes.length === mostQuotes) break;
  }
  return quotes;
}
